import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { publicationBatches, publications } from '#db/schema/index.ts'
import { todayThere } from './capacities.ts'

type Batch = { conferenceId: number; publishedBy: number; publishedAt: Date }

/** Makes these versions public in one batch, each in the place of the one of its issue that was public before. */
export async function publishBatch(tx: Db, batch: Batch, versions: { id: number; issueId: number }[]): Promise<number> {
  const { publishedBy, publishedAt } = batch
  const [row] = await tx.insert(publicationBatches).values(batch).returning({ id: publicationBatches.id })
  const issueIds = versions.map(({ issueId }) => issueId)
  await tx.update(publications).set({ state: 'withdrawn', withdrawnAt: publishedAt, withdrawnBy: publishedBy })
    .where(and(inArray(publications.issueId, issueIds), eq(publications.state, 'published')))
  await tx.update(publications).set({ state: 'published', publishedAt, batchId: row!.id }).where(inArray(publications.id, versions.map(({ id }) => id)))
  return row!.id
}

/**
 * One notice for each person of an enterprise that a batch concerns, however many of its issues are in it, and of the
 * association that filed for it with its consent. Returns how many.
 */
export async function queueDigests(tx: Db, batchId: number, at: Date, mailAt: Date | null): Promise<number> {
  const rows = await tx.execute(sql`insert into notices (person_id, issue_id, kind, params, created_at, mail_at)
    select m.person_id, null, 'publication.batch',
      jsonb_build_object('batch', ${batchId}::bigint, 'count', count(distinct i.id), 'codes', string_agg(distinct i.code, ', ' order by i.code)),
      ${at.toISOString()}::timestamptz, ${mailAt?.toISOString() ?? null}::timestamptz
    from publications p join issues i on i.id = p.issue_id
      join memberships m on (m.role = 'enterprise' and m.enterprise_id = i.enterprise_id)
        or (m.role = 'association' and m.association_id = i.association_id and (i.enterprise_id is null or exists (select from association_members a
          where a.association_id = i.association_id and a.enterprise_id = i.enterprise_id)))
      join people q on q.id = m.person_id and q.disabled_at is null
    where p.batch_id = ${batchId} and (m.valid_from is null or m.valid_from <= ${todayThere}) and (m.valid_to is null or m.valid_to >= ${todayThere})
    group by m.person_id returning 1`)
  return rows.length
}
