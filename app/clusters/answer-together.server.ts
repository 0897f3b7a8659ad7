import type { Actor } from '#app/access/actor.ts'
import { Conflict, isExpected } from '#app/http/errors.ts'
import type { Message } from '#app/i18n/message.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import { requireDraftSeen } from '#app/issues/save-draft.server.ts'
import type { Db } from '#db/client.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { whyNot, type TogetherMove } from '#workflows/clusters/together.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { clusterWhyNot } from './why-not.ts'

/** A member as the person saw it: its version, and the answer or draft that lay on the table. */
export type Chosen = { id: number; version: number; seen: string }
export type Problem = { id: number; code: string | null; reason: Message }
export type Together = Extract<MoveInput, { type: TogetherMove }>

/**
 * One answer, or one letter, for several members of a cluster: each makes its own move through the one door, all in one
 * transaction. Where one cannot, none is made: throws `Conflict` with `detail.problems`, a line for each that stands in
 * the way, so that a person can choose again.
 */
export function answerTogether(db: Db, by: Actor, cluster: number, chosen: readonly Chosen[], move: Together, at = new Date()): Promise<number> {
  return db.transaction(async (tx) => {
    const problems: Problem[] = []
    for (const one of [...chosen].sort((a, b) => a.id - b.id)) {
      const problem = await answerOne(tx, by, cluster, one, move, at)
      if (problem) problems.push(problem)
    }
    if (problems.length > 0) throw new Conflict({ key: 'clusters:refused.some' }, { problems })
    return chosen.length
  })
}

async function answerOne(db: Db, by: Actor, cluster: number, { id, version, seen }: Chosen, move: Together, at: Date): Promise<Problem | undefined> {
  const position = await issuePosition(db, id, by)
  if (!position || position.facts.cluster !== cluster) return { id, code: position?.row.code ?? null, reason: { key: 'clusters:refused.gone' } }
  const { code } = position.row
  if (position.row.version !== version) return { id, code, reason: { key: 'clusters:refused.stale' } }
  const reason = whyNot(position, move.type, { by, at: at.toISOString() })
  if (reason) return { id, code, reason: clusterWhyNot(reason) }
  try {
    await db.transaction(async (tx) => {
      if (move.type === 'submitAnswer') await requireDraftSeen(tx, id, seen)
      await moveIssue(tx, { id, version, by, at, move: move.type === 'approve' ? { ...move, sha256: seen } : move })
    })
    return undefined
  } catch (error) {
    if (!isExpected(error)) throw error
    return { id, code, reason: error.reason }
  }
}
