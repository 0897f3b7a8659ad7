import { and, asc, eq, sql } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { clusterMembers, issues } from '#db/schema/index.ts'
import { positionsWhere } from './issue-position.ts'
import { visibleTo } from './visible-to.ts'

/** The members of a cluster that this person sees, with all that is asked of each, in the order of the register. */
export const membersOf = (db: Db, clusterId: number, by: By) =>
  positionsWhere(db, sql`${issues.id} = any(array(select m.issue_id from cluster_members m where m.cluster_id = ${clusterId}))`, by)

export type Member = Awaited<ReturnType<typeof membersOf>>[number]

export type MemberParts = { id: number; enterprise: string | null; answer: { text: string; sha256: string; submitted: boolean } | null }

/** Who filed each of these issues, and its last answer that is not issued yet. That they may be seen is the caller's to know. */
export async function memberParts(db: Db, ids: readonly number[]): Promise<Map<number, MemberParts>> {
  const rows = await db.execute<MemberParts>(sql`
    select i.id::float8 as id, e.name as enterprise,
      (select json_build_object('text', a.text, 'sha256', a.sha256, 'submitted', a.submitted_at is not null) from answers a
        where a.issue_id = i.id and a.issued_at is null and a.kind = 'answer' order by a.number desc limit 1) as answer
    from issues i left join enterprises e on e.id = i.enterprise_id
    where i.id = any(${`{${ids.join(',')}}`}::bigint[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** How many of a cluster this person sees, the issue asked from included. */
export async function countMembers(db: Db, clusterId: number, by: By): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(clusterMembers)
    .innerJoin(issues, eq(issues.id, clusterMembers.issueId))
    .where(and(eq(clusterMembers.clusterId, clusterId), visibleTo(by)))
  return row?.n ?? 0
}

/** Of these issues, the versions they stand at now, as far as the person sees them. */
export const versionsOf = (db: Db, ids: readonly number[], by: By) =>
  db
    .select({ id: issues.id, code: issues.code, version: issues.version, state: issues.state })
    .from(issues)
    .where(and(sql`${issues.id} = any(${`{${ids.join(',')}}`}::bigint[])`, visibleTo(by)))
    .orderBy(asc(issues.id))

/** Where the matter lies: as said with the comment, else where the enterprise is. */
export async function placeOf(db: Db, issueId: number): Promise<{ zone: string | null; district: string | null }> {
  const [row] = await db.execute<{ zone: string | null; district: string | null }>(sql`
    select coalesce(c.zone, e.zone) as zone, coalesce(c.district, e.district) as district
    from issues i join comments c on c.id = i.comment_id left join enterprises e on e.id = i.enterprise_id where i.id = ${issueId}`)
  return row ?? { zone: null, district: null }
}
