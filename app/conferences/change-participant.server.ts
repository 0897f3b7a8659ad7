import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { notFound, Refused } from '#app/http/errors.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { invitedAs } from '#db/queries/participants.ts'
import { conferenceParticipants, conferences } from '#db/schema/index.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { requireMaker } from './open-conference.server.ts'
import type { invitationStates } from './participant-words.ts'

type State = (typeof invitationStates)[number]
type WhoComes = { delegate?: string; position?: string }
const ofConference = (conferenceId: number, id: number) => and(eq(conferenceParticipants.conferenceId, conferenceId), eq(conferenceParticipants.id, id))

/** Who comes for somebody invited, and what they answered, as they told the secretary. */
export async function changeParticipant(db: Db, by: Actor, conferenceId: number, { id, delegate, position, state }: WhoComes & { id: number; state: State }): Promise<void> {
  requireMaker(by)
  const kept = sql`case when ${conferenceParticipants.kind} = 'guest' then coalesce(${delegate ?? null}, ${conferenceParticipants.delegate}) else ${delegate ?? null}::text end`
  const changed = await db.update(conferenceParticipants).set({ delegate: kept, position: position ?? null, state }).where(ofConference(conferenceId, id)).returning({ id: conferenceParticipants.id })
  if (changed.length === 0) notFound('participant')
}

/** One press in the list: came or not, confirmed or not. Pressed twice it says the same. */
export async function markParticipant(db: Db, by: Actor, conferenceId: number, { id, mark }: { id: number; mark: State | 'came' | 'missing' }): Promise<void> {
  requireMaker(by)
  const values = mark === 'came' || mark === 'missing' ? { attended: mark === 'came' } : { state: mark }
  const marked = await db.update(conferenceParticipants).set(values).where(ofConference(conferenceId, id)).returning({ id: conferenceParticipants.id })
  if (marked.length === 0) notFound('participant')
}

/** Takes somebody off the list who was put there by mistake; who came stays in it. */
export async function removeParticipant(db: Db, by: Actor, conferenceId: number, id: number): Promise<void> {
  requireMaker(by)
  const removed = await db.delete(conferenceParticipants).where(and(ofConference(conferenceId, id), sql`${conferenceParticipants.attended} is not true`)).returning({ id: conferenceParticipants.id })
  if (removed.length > 0) return
  const [here] = await db.select({ id: conferenceParticipants.id }).from(conferenceParticipants).where(ofConference(conferenceId, id))
  if (here) throw new Refused({ key: 'before:participants.cameStays' })
  notFound('participant')
}

/** What an enterprise or association says to its own invitation, until the day of the meeting is over. */
export async function answerInvitation(db: Db, by: Actor, { id, state, delegate, position }: WhoComes & { id: number; state: State }, now = new Date()): Promise<void> {
  const [invitation] = await db.select({ heldOn: conferences.heldOn }).from(conferenceParticipants)
    .innerJoin(conferences, eq(conferences.id, conferenceParticipants.conferenceId)).where(and(eq(conferenceParticipants.id, id), invitedAs(by)))
  if (!invitation) return notFound('invitation')
  if (invitation.heldOn < localDate(now, (await rulesOf(db)).calendar)) throw new Refused({ key: 'before:invitation.over' })
  await db.update(conferenceParticipants).set({ state, delegate: delegate ?? null, position: position ?? null }).where(and(eq(conferenceParticipants.id, id), invitedAs(by)))
}
