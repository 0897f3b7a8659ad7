import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { attachableFiles } from '#db/queries/files.ts'
import { mostFiles } from '#workflows/files/kinds.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { tooMany } from './read-form.server.ts'

/**
 * Ties a move to the files it names: it is stored with the name and the hash of each, as they are, whatever the caller said
 * of them. Throws `Invalid` where one is not this person's to attach here.
 */
export async function bindFiles(db: Db, issueId: number, move: MoveInput, by: By): Promise<MoveInput> {
  if (!('files' in move)) return move
  const ids = [...new Set(move.files?.map(({ id }) => id))]
  if (ids.length === 0) return { ...move, files: undefined }
  if (ids.length > mostFiles) throw new Invalid({ upload: tooMany })
  const ofAnswers = move.type === 'submitAnswer' || move.type === 'refuse'
  const found = await attachableFiles(db, { ids, by, issueId, ofAnswers })
  if (found.length < ids.length) throw new Invalid({ upload: { key: 'files:gone' } })
  return { ...move, files: found.map(({ id, name, sha256 }) => ({ id, name, sha256 })) }
}
