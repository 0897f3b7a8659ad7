import { eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { clusterMembers } from '#db/schema/index.ts'

export const enterCluster = (db: Db, issueId: number, clusterId: number) =>
  db.insert(clusterMembers).values({ issueId, clusterId })

/** Who leaves is not proposed to those that stay: a person has said that it asks something else. */
export async function quitCluster(db: Db, issueId: number, by: { personId: number | null }, at: Date): Promise<void> {
  await db.execute(sql`insert into cluster_refusals (issue_id, other_id, refused_by, refused_at)
    select least(m.issue_id, ${issueId}::bigint), greatest(m.issue_id, ${issueId}::bigint), ${by.personId}::bigint, ${at.toISOString()}::timestamptz
    from cluster_members m where m.issue_id <> ${issueId}::bigint
      and m.cluster_id = (select own.cluster_id from cluster_members own where own.issue_id = ${issueId}::bigint)
    on conflict do nothing`)
  await db.delete(clusterMembers).where(eq(clusterMembers.issueId, issueId))
}
