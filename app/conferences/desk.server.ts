import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, isExpected, notFound } from '#app/http/errors.ts'
import { fileIssue } from '#app/issues/file-issue.server.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import type { Db } from '#db/client.ts'
import { issueIdOf, issuePosition } from '#db/queries/issue-position.ts'
import { enterprises } from '#db/schema/index.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { readTaxCode } from '#workflows/text/tax-code.ts'
import type { captureForm, spokenAnswerForm, spokenPromiseForm } from './desk-forms.ts'

type Input<S extends z.ZodType> = Omit<z.output<S>, 'follow'>

/** A comment made in the hall: on the register at once, with its code. The enterprise is named, or given by its tax code. */
export async function captureComment(db: Db, conferenceId: number, { enterprise, group, text }: Input<typeof captureForm>, by: Actor) {
  return fileIssue(db, { by, text, group, conferenceId, channel: 'hall', enterprise: await enterpriseNamed(db, enterprise) })
}

async function enterpriseNamed(db: Db, written: string) {
  const read = readTaxCode(written)
  if (read.kind === 'empty' || read.kind === 'invalid') return { name: written }
  if (read.kind === 'zeroLost') throw new Invalid({ enterprise: { key: 'filing:taxCodeZero', params: { offer: read.offer } } })
  const [known] = await db.select({ id: enterprises.id }).from(enterprises).where(eq(enterprises.taxCode, read.code))
  if (!known) throw new Invalid({ enterprise: { key: 'desk:unknownTaxCode' } })
  return known
}

const idOf = async (db: Db, code: string, by: Actor) => (await issueIdOf(db, code, by)) ?? notFound('issue')

/** The answer that was given in the hall, through the one door. */
export async function answerInHall(db: Db, { code, ...answer }: Input<typeof spokenAnswerForm>, by: Actor) {
  const id = await idOf(db, code, by)
  return asSaid(db, id, by, { type: 'answerOnTheSpot', ...answer })
}

/**
 * A promise made in the hall. Nobody has to answer first: what was promised is the answer given on the spot, and the unit
 * that owns it leads. Both moves stand in the caller's transaction, or neither.
 */
export async function promiseInHall(db: Db, { code, ownerUnit, dueOn, text, answeredBy }: Input<typeof spokenPromiseForm>, by: Actor) {
  const id = await idOf(db, code, by)
  const position = await issuePosition(db, id, by)
  if (position?.state === 'received') await asSaid(db, id, by, { type: 'answerOnTheSpot', leadUnit: ownerUnit, answeredBy, text })
  return asSaid(db, id, by, { type: 'commit', text, ownerUnit, dueOn, responsible: undefined, replaces: undefined })
}

/** What was said was said, whatever version the desk's page was of; but an issue already in a unit's hands is no longer the hall's. */
async function asSaid(db: Db, id: number, by: Actor, move: MoveInput) {
  const position = (await issuePosition(db, id, by)) ?? notFound('issue')
  try {
    return await moveIssue(db, { id, version: position.row.version, by, move })
  } catch (error) {
    if (isExpected(error) && error.status === 409) throw new Invalid({ text: { key: 'desk:tooLate' } })
    throw error
  }
}
