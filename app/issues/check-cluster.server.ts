import { and, eq } from 'drizzle-orm'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { visibleTo } from '#db/queries/visible-to.ts'
import { clusterMembers, clusters, issues } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

/** A cluster is joined by somebody who sees one of its members, or who has just made it: others would join unseen work. */
export async function requireOpenCluster(db: Db, move: MoveInput, by: By): Promise<void> {
  if (move.type !== 'joinCluster') return
  const [cluster] = await db.select({ createdBy: clusters.createdBy }).from(clusters).where(eq(clusters.id, move.cluster))
  const [seen] = await db
    .select({ id: issues.id })
    .from(clusterMembers)
    .innerJoin(issues, eq(issues.id, clusterMembers.issueId))
    .where(and(eq(clusterMembers.clusterId, move.cluster), visibleTo(by)))
    .limit(1)
  if (!cluster || (!seen && cluster.createdBy !== by.personId)) {
    throw new Invalid({ cluster: { key: 'common:fields.unknownChoice' } })
  }
}
