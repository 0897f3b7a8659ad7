import type { Actor } from '#app/access/actor.ts'
import { forbidden, notFound, Refused } from '#app/http/errors.ts'
import { translator } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { carryingOf, type Carrying } from '#db/queries/carry-over.ts'
import { dropExclusion, isCarriedNow, writeExclusion } from '#db/queries/carry-over-exclusions.ts'
import { conferenceById } from '#db/queries/conferences.ts'
import { issueIdOf } from '#db/queries/issue-position.ts'
import { appendNote } from '#db/queries/note-chain.ts'

type Request = { conference: number; code: string; by: Actor; at?: Date }

/** Who decides what a conference takes up. */
export const decides = ({ role }: Actor) => role === 'coordinator' || role === 'secretary'

/** Leaves an unresolved issue out of what a conference takes up. That, and why, is noted on the issue for good. */
export async function leaveOut(tx: Db, { conference, code, reason, by, at = new Date() }: Request & { reason: string }): Promise<void> {
  const { id, of, title } = await decided(tx, { conference, code, by, at })
  if (!(await isCarriedNow(tx, id, of))) throw new Refused({ key: 'carry:refused.notCarried' })
  const written = await writeExclusion(tx, { conferenceId: conference, issueId: id, reason, personId: by.personId, at })
  if (written) await note(tx, id, 'carry:note.leftOut', { title, reason }, by, at)
}

/** Takes it up again after all; what was noted stays. */
export async function takeUp(tx: Db, { conference, code, by, at = new Date() }: Request): Promise<void> {
  const { id, title } = await decided(tx, { conference, code, by, at })
  if (!(await dropExclusion(tx, conference, id))) throw new Refused({ key: 'carry:refused.notLeftOut' })
  await note(tx, id, 'carry:note.takenUp', { title }, by, at)
}

async function decided(tx: Db, { conference, code, by, at }: Request & { at: Date }): Promise<{ id: number; of: Carrying; title: string }> {
  if (!decides(by)) forbidden()
  const of = (await carryingOf(tx, conference, at)) ?? notFound('conference')
  const id = (await issueIdOf(tx, code, by)) ?? notFound('issue')
  if (of.closed) throw new Refused({ key: 'carry:refused.closed' })
  const { title } = (await conferenceById(tx, conference)) ?? notFound('conference')
  return { id, of, title }
}

/** Among the offices' own notes, in their language: they are sealed by hash and never written again. */
async function note(tx: Db, issueId: number, key: string, params: Record<string, string>, by: Actor, at: Date) {
  const text = translator('vi')(key, params)
  await appendNote(tx, {
    issueId, text, shared: false, at, authorId: by.personId, authorName: by.name, role: by.role, unit: by.unit, unitName: by.unitName,
    onBehalfOf: by.onBehalfOf?.name ?? null,
  })
}
