import { Conflict } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { awaitingVersion } from '#db/queries/answer-versions.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

/** Stands for «has seen nothing»: no text has it for a hash. */
export const nothingSeen = 'nothing'

/**
 * Ties an approval to the text it is of: the move is stored with the hash of the version that lies there now.
 * `requireSeen` throws `Conflict` where the approver saw another; ask it when the machine has let the move pass.
 */
export async function bindApproval(db: Db, issueId: number, asked: MoveInput) {
  const version = asked.type === 'approve' ? await awaitingVersion(db, issueId) : undefined
  if (asked.type !== 'approve' || !version) return { move: asked, requireSeen: () => {} }
  return {
    move: { ...asked, sha256: version.sha256 },
    requireSeen: () => {
      if (asked.sha256 !== undefined && asked.sha256 !== version.sha256) throw new Conflict({ key: 'writing:refused.otherText' })
    },
  }
}
