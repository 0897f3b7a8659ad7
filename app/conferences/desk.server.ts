import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, isExpected, notFound } from '#app/http/errors.ts'
import { fileIssue } from '#app/issues/file-issue.server.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { issueIdOf, issuePosition } from '#db/queries/issue-position.ts'
import { enterprises, idempotencyKeys } from '#db/schema/index.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { readTaxCode } from '#workflows/text/tax-code.ts'
import type { captureForm, spokenAnswerForm, spokenPromiseForm } from './desk-forms.ts'
import { saidAtOf } from './said-at.ts'

type Input<S extends z.ZodType> = Omit<z.output<S>, 'follow'>
type Conference = { id: number; heldOn: string }

/** A comment made in the hall: on the register at once, with its code. The enterprise is named, or given by its tax code. */
export async function captureComment(db: Db, conference: Conference, { enterprise, group, text, saidAt }: Input<typeof captureForm>, by: Actor, at = new Date()) {
  const said = saidAtOf(saidAt, conference.heldOn, at, (await rulesOf(db)).calendar)
  return fileIssue(db, { by, text, group, conferenceId: conference.id, channel: 'hall', enterprise: await enterpriseNamed(db, enterprise), saidAt: said, at })
}

/** A name typed in haste is that of the one enterprise whose name differs by accents and capitals alone. */
async function enterpriseNamed(db: Db, written: string) {
  const read = readTaxCode(written)
  if (read.kind === 'zeroLost') throw new Invalid({ enterprise: { key: 'filing:taxCodeZero', params: { offer: read.offer } } })
  const coded = read.kind !== 'empty' && read.kind !== 'invalid'
  const meant = coded ? eq(enterprises.taxCode, read.code) : sql`${enterprises.nameFolded} = public.fold_vi(${written})`
  const [known, another] = await db.select({ id: enterprises.id }).from(enterprises).where(meant).limit(2)
  if (known && !another) return known
  if (coded) throw new Invalid({ enterprise: { key: 'desk:unknownTaxCode' } })
  return { name: written }
}

/** The answer that was given in the hall, through the one door. */
export async function answerInHall(db: Db, conference: Conference, { code, capture, form: _, ...answer }: Input<typeof spokenAnswerForm>, by: Actor, at = new Date()) {
  const id = await commentMeant(db, conference, { code, capture }, by)
  return asSaid(db, id, { type: 'answerOnTheSpot', ...answer }, by, at)
}

/**
 * A promise made in the hall. Nobody has to answer first: what was promised is the answer given on the spot, and the unit
 * that owns it leads. Both moves stand in the caller's transaction, or neither.
 */
export async function promiseInHall(db: Db, conference: Conference, input: Input<typeof spokenPromiseForm>, by: Actor, at = new Date()) {
  const { ownerUnit, dueOn, text, answeredBy } = input
  const id = await commentMeant(db, conference, input, by)
  const position = await issuePosition(db, id, by)
  if (position?.state === 'received') await asSaid(db, id, { type: 'answerOnTheSpot', leadUnit: ownerUnit, answeredBy, text }, by, at)
  const saidAt = saidAtOf(input.saidAt, conference.heldOn, at, (await rulesOf(db)).calendar).toISOString()
  return asSaid(db, id, { type: 'commit', text, ownerUnit, dueOn, responsible: undefined, replaces: undefined, saidAt }, by, at)
}

/** The issue of this conference that is spoken of; one that its desk sent under a key is found by the answer given to that key. */
async function commentMeant(db: Db, conference: Conference, { code, capture }: { code?: string; capture?: string }, by: Actor): Promise<number> {
  const known = code || (capture && (await codeSentAs(db, capture, by)))
  if (!known) throw new Invalid({ '': { key: 'desk:commentGone' } })
  const id = await issueIdOf(db, known, by)
  const position = id === undefined ? undefined : await issuePosition(db, id, by)
  return position?.row.conferenceId === conference.id ? position.row.id : notFound('issue')
}

async function codeSentAs(db: Db, key: string, { personId }: Actor) {
  const [sent] = await db
    .select({ code: sql<string | null>`${idempotencyKeys.result}->>'code'` })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.personId, personId), eq(idempotencyKeys.key, key)))
  return sent?.code ?? undefined
}

/** What was said was said, whatever version the desk's page was of; but an issue already in a unit's hands is no longer the hall's. */
async function asSaid(db: Db, id: number, move: MoveInput, by: Actor, at: Date) {
  const position = (await issuePosition(db, id, by)) ?? notFound('issue')
  try {
    return await moveIssue(db, { id, version: position.row.version, by, move, at })
  } catch (error) {
    if (isExpected(error) && error.status === 409) throw new Invalid({ text: { key: 'desk:tooLate' } })
    throw error
  }
}
