import type { Actor } from '#app/access/actor.ts'
import { Refused, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { issuePosition } from '#db/queries/issue-position.ts'
import { clusterRefusals } from '#db/schema/index.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'

/** «Not the same», remembered for good: the pair is not proposed again. Nothing of either issue changes. */
export async function refuseSimilar(db: Db, by: Actor, issueId: number, otherId: number, at = new Date()): Promise<void> {
  const issue = (await issuePosition(db, issueId, by)) ?? notFound('issue')
  const other = (await issuePosition(db, otherId, by)) ?? notFound('issue')
  const mayJudge = [issue, other].some((one) => {
    const open = movesOpenTo(one, { by, at: at.toISOString() })
    return open.includes('joinCluster') || open.includes('leaveCluster')
  })
  if (!mayJudge || issueId === otherId) throw new Refused({ key: 'clusters:refused.notYours' })
  const [low, high] = issueId < otherId ? [issueId, otherId] : [otherId, issueId]
  await db.insert(clusterRefusals).values({ issueId: low, otherId: high, refusedBy: by.personId, refusedAt: at }).onConflictDoNothing()
}
