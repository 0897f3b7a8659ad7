import { and, eq, gt, isNull } from 'drizzle-orm'
import { Refused } from '#app/http/errors.ts'
import { moveIssue } from '#app/issues/move-issue.server.ts'
import type { Db } from '#db/client.ts'
import { verdictLinks } from '#db/schema/index.ts'
import { moveOf, type VerdictGiven } from './verdict-form.ts'
import type { VerdictLink } from './verdict-link.server.ts'

/**
 * The verdict of whoever holds the address, as the person it was sent to. The row of the address is taken first, so that
 * of two clicks one acts and the other is told; a verdict that is refused leaves it unused.
 */
export function giveVerdict(db: Db, link: VerdictLink, given: VerdictGiven, at = new Date()) {
  const move = moveOf(given)
  const usedFor = move.type === 'confirmSolved' ? move.type : 'dispute'
  return db.transaction(async (tx) => {
    const taken = await tx
      .update(verdictLinks)
      .set({ usedAt: at, usedFor })
      .where(and(eq(verdictLinks.id, link.id), isNull(verdictLinks.usedAt), gt(verdictLinks.expiresAt, at)))
      .returning({ id: verdictLinks.id })
    if (taken.length === 0) throw new Refused({ key: 'verdict:link.over' })
    return moveIssue(tx, { id: link.issueId, version: given.version, move, by: link.actor, at, through: 'link' })
  })
}
