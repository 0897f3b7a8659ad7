import { Conflict } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { awaitingVersion } from '#db/queries/answer-versions.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

/** Stands for «has seen nothing»: no text has it for a hash. */
export const nothingSeen = 'nothing'

/** Ties an approval to the text it is of: the move is stored with the hash of the version that lies there now. */
export async function bindApproval(db: Db, issueId: number, move: MoveInput): Promise<MoveInput> {
  const version = move.type === 'approve' ? await awaitingVersion(db, issueId) : undefined
  return move.type === 'approve' && version ? { ...move, sha256: version.sha256 } : move
}

/** Throws `Conflict` where the approver saw another text than the one that lies there. */
export function requireSeenText(asked: MoveInput, bound: MoveInput): void {
  if (asked.type !== 'approve' || bound.type !== 'approve' || asked.sha256 === undefined) return
  if (asked.sha256 !== bound.sha256) throw new Conflict({ key: 'writing:refused.otherText' })
}
