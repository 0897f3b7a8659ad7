import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { tellConference } from '#db/queries/live.ts'
import { enterpriseOnSlip } from '#db/queries/speakers.ts'
import { conferenceSpeakers } from '#db/schema/index.ts'
import { readTaxCode } from '#workflows/text/tax-code.ts'
import type { speakerForm } from './desk-forms.ts'

type Input = z.output<typeof speakerForm>
type Known = Input & { id: number }

/**
 * The queue of those who asked for the floor: added, moved up or down, called, done, passed over. What another desk changed
 * in the meantime is an `Invalid` in words; that only one has the floor is the database's own rule.
 */
export async function changeSpeakers(db: Db, conferenceId: number, input: Input, at = new Date()): Promise<void> {
  if (input.act === 'add') await add(db, conferenceId, input.name ?? '', at)
  else if (input.id === undefined) changed()
  else await act(db, conferenceId, { ...input, id: input.id }, at)
  await tellConference(db, conferenceId)
}

const changed = (): never => {
  throw new Invalid({ '': { key: 'desk:speakers.changed' } })
}

async function act(db: Db, conferenceId: number, input: Known, at: Date) {
  switch (input.act) {
    case 'up':
      return swap(db, conferenceId, input, -1)
    case 'down':
      return swap(db, conferenceId, input, 1)
    case 'call':
      return call(db, conferenceId, input, at)
    case 'done':
      return leave(db, conferenceId, input.id, { state: 'spoken', doneAt: at }, ['speaking'])
    case 'skip':
      return leave(db, conferenceId, input.id, { state: 'skipped', doneAt: at }, ['waiting', 'speaking'])
  }
}

async function add(db: Db, conferenceId: number, written: string, at: Date) {
  const read = readTaxCode(written)
  if (read.kind === 'zeroLost') throw new Invalid({ name: { key: 'filing:taxCodeZero', params: { offer: read.offer } } })
  const taxCode = read.kind === 'empty' || read.kind === 'invalid' ? undefined : read.code
  const known = await enterpriseOnSlip(db, { name: written, taxCode })
  if (taxCode && !known) throw new Invalid({ name: { key: 'desk:unknownTaxCode' } })
  await db.insert(conferenceSpeakers).values({
    conferenceId, enterpriseId: known?.id, name: known?.name ?? written, askedAt: at,
    place: sql`(select coalesce(max(s.place), 0) + 1 from conference_speakers s where s.conference_id = ${conferenceId})`,
  })
}

/** Two who wait change places. All who wait are locked in their order, so that two desks take turns. */
async function swap(db: Db, conferenceId: number, { id, seen }: Known, by: -1 | 1) {
  const { place } = conferenceSpeakers
  const waiting = await db
    .select({ id: conferenceSpeakers.id, place })
    .from(conferenceSpeakers)
    .where(of(conferenceId, 'waiting'))
    .orderBy(asc(place), asc(conferenceSpeakers.id))
    .for('update')
  const here = waiting.findIndex((one) => one.id === id && `waiting ${one.place}` === seen)
  const [one, other] = [waiting[here] ?? changed(), waiting[here + by]]
  if (!other) return
  const anew = waiting.with(here, other).with(here + by, one)
  let last = Number.NEGATIVE_INFINITY
  for (const [at, speaker] of anew.entries()) {
    // two added at the same moment bear one number
    last = Math.max(waiting[at]!.place, last + 1)
    if (speaker.place !== last) await db.update(conferenceSpeakers).set({ place: last }).where(eq(conferenceSpeakers.id, speaker.id))
  }
}

/** Gives the floor. Whoever had it on the caller's page is done with; if it is another's by now, that one keeps it. */
async function call(db: Db, conferenceId: number, { id, speaking }: Known, at: Date) {
  if (speaking !== undefined) {
    await db.update(conferenceSpeakers).set({ state: 'spoken', doneAt: at }).where(and(eq(conferenceSpeakers.id, speaking), of(conferenceId, 'speaking')))
  }
  try {
    await leave(db, conferenceId, id, { state: 'speaking', calledAt: at, doneAt: null }, ['waiting', 'skipped'])
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Invalid({ '': { key: 'desk:speakers.taken' } })
  }
}

/** Of the index `conference_speakers_one`. */
const isTaken = (error: unknown) => (error as { cause?: { code?: string } }).cause?.code === '23505'

type Speaker = typeof conferenceSpeakers.$inferInsert
type State = NonNullable<Speaker['state']>

async function leave(db: Db, conferenceId: number, id: number, values: Partial<Speaker>, from: State[]) {
  const [row] = await db.update(conferenceSpeakers).set(values).where(and(eq(conferenceSpeakers.id, id), of(conferenceId, ...from))).returning({ id: conferenceSpeakers.id })
  if (!row) changed()
}

const of = (conferenceId: number, ...states: State[]) => and(eq(conferenceSpeakers.conferenceId, conferenceId), inArray(conferenceSpeakers.state, states))
