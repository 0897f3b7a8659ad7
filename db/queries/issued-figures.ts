import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { issuedFigures, issues } from '#db/schema/index.ts'
import { conditions } from './issue-list.ts'
import type { ReportQuestion } from './resolution-report.ts'

/** Issued reports, the latest first; `next` is where the following page begins, or null. */
export async function pageOfIssued(db: Db, cursor: number | null, limit = 25) {
  const { id, year, number, title, asOf, issuedAt, personName, sha256 } = issuedFigures
  const rows = await db
    .select({ id, year, number, title, asOf, issuedAt, personName, sha256 })
    .from(issuedFigures)
    .where(cursor === null ? undefined : lt(id, cursor))
    .orderBy(desc(id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null }
}

export async function issuedById(db: Db, id: number) {
  const [row] = await db.select().from(issuedFigures).where(eq(issuedFigures.id, id))
  return row
}

/**
 * What takes an issue off every count, past ones too: it was annulled as entered by mistake, or told to be a denunciation.
 * How many of those a report counted had that happen since.
 */
export async function takenSince(db: Db, { groupBy: _, from: _from, month: _month, ...filter }: ReportQuestion & { asOf: Date }, since: Date): Promise<{ annulled: number; denounced: number }> {
  const then = sql`${filter.asOf.toISOString()}::timestamptz`
  // the events' memory leaves out what was annulled, which is what is asked for here
  const facts = sql`lateral (select issues.conference_id, e.to_state as state, e.lead_unit, e.group_code, e.topic_code
    from issue_events e where e.issue_id = ${issues.id} and e.at <= ${then} order by e.seq desc limit 1) f on ${issues.receivedAt} <= ${then}`
  const instant = sql`${since.toISOString()}::timestamptz`
  const denounced = sql`${issues.track} = 'denunciation' and exists (select 1 from issue_events e where e.issue_id = ${issues.id} and e.move = 'divert' and e.at > ${instant})`
  const [row] = await db.execute<{ annulled: number; denounced: number }>(sql`
    select (count(*) filter (where ${issues.annulledAt} > ${instant}))::int as annulled, (count(*) filter (where ${denounced}))::int as denounced
    from issues join ${facts}
    where ${and(sql`(${issues.annulledAt} > ${instant} or (${denounced}))`, conditions(filter, filter.asOf))}`)
  return row ?? { annulled: 0, denounced: 0 }
}
