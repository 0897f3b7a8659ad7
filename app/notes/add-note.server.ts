import type { Actor } from '#app/access/actor.ts'
import { Refused, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { appendNote } from '#db/queries/note-chain.ts'
import { mayWriteNote } from '#workflows/resolution/notes.ts'
import type { NoteInput } from './note-form.ts'

type Request = NoteInput & { id: number; by: Actor; at?: Date }

/**
 * Appends a note for the offices alone. Not a move: it changes nothing of the issue, so no form that a colleague has open
 * grows stale by it, and no trace of it stands among the events that the filer is told of. The row itself is the record
 * of who said what: the database refuses to change it, and a chain of hashes by issue shows where that was got around.
 */
export async function addNote(db: Db, { id, by, text, shared, at = new Date() }: Request): Promise<void> {
  const { facts } = (await issuePosition(db, id, by)) ?? notFound('issue')
  if (!mayWriteNote(facts, by)) throw new Refused({ key: 'writing:refused.noNote' })
  const unsealed = {
    issueId: id, text, shared, at, authorId: by.personId, authorName: by.name, role: by.role, unit: by.unit, unitName: by.unitName,
    onBehalfOf: by.onBehalfOf?.name ?? null,
  }
  await db.transaction((tx) => appendNote(tx, unsealed))
}
