import { and, sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { issues } from '#db/schema/index.ts'
import { factsAsOf, onThatDay, today, type FactColumns } from './fact-columns.ts'
import { conditions, type IssueFilter } from './issue-list.ts'
import { unitAs } from './unit-now.ts'
import { visibleTo } from './visible-to.ts'

export const ageGroupings = ['unit', 'group', 'state'] as const
export type AgeGrouping = (typeof ageGroupings)[number]

type AgeFilter = Pick<IssueFilter, 'conference' | 'group' | 'topic' | 'unit' | 'units' | 'coordinating' | 'zone' | 'district'>
/** `bounds`: instants from the latest to the earliest; a band lies between two neighbours, the last one before all of them. */
export type AgeQuestion = AgeFilter & { groupBy: AgeGrouping; bounds: Date[]; asOf?: Date }

/** `median` and `p90` are instants of receipt: of the issue in the middle, and of that which nine of ten are younger than. */
export type AgeRow = { key: string | null; open: number; ages: number[]; overdue: number; lates: number[]; median: Date | null; p90: Date | null }
export type AgeReport = { asOf: Date; rows: AgeRow[]; total: AgeRow }

type Found = { key: string | null; whole: boolean; open: number; ages: number[]; overdue: number; lates: number[]; median: string | null; p90: string | null }

/**
 * Since when issues are open, and since when overdue, within what the person may see: counts by band. Age is told by the instant
 * of receipt, so that it needs no calendar here and the list behind a count asks for the same two instants.
 */
export async function ageReport(db: Db, by: By, { groupBy, bounds, ...filter }: AgeQuestion, asOf = filter.asOf ?? new Date()): Promise<AgeReport> {
  const facts = filter.asOf ? onThatDay : today
  const joined = factsAsOf(filter.asOf)
  const isLate = sql`due_at < ${asOf.toISOString()}::timestamptz`
  const rows = await db.execute<Found>(sql`
    with open as (select ${keyOf(groupBy, facts, filter.units)} as key, ${issues.receivedAt} as received_at, ${facts.dueAt} as due_at
      from issues ${joined ? sql`join ${joined.from} on ${joined.on}` : sql``} where ${and(visibleTo(by), conditions({ ...filter, box: 'open' }, asOf))})
    select key, grouping(key) = 1 as whole, count(*)::int as open, ${banded(sql`received_at`, bounds, sql`true`)} as ages,
      (count(*) filter (where ${isLate}))::int as overdue, ${banded(sql`due_at`, bounds, isLate)} as lates,
      to_json(percentile_disc(0.5) within group (order by received_at desc)) #>> '{}' as median,
      to_json(percentile_disc(0.9) within group (order by received_at desc)) #>> '{}' as p90
    from open group by grouping sets ((key), ()) order by open desc, key`)
  const read = rows.map(({ whole, median, p90, ...row }) => ({ whole, row: { ...row, median: dateOf(median), p90: dateOf(p90) } }))
  return { asOf, rows: read.filter((one) => !one.whole).map(({ row }) => row), total: read.find((one) => one.whole)!.row }
}

const dateOf = (text: string | null) => (text === null ? null : new Date(text))

/** How many fall into each band, as one array. */
function banded(column: SQL, bounds: Date[], where: SQL): SQL {
  const instants = bounds.map((at) => sql`${at.toISOString()}::timestamptz`)
  const counts = [...instants, undefined].map((since, place) => {
    const parts = [where, since && sql`${column} >= ${since}`, place > 0 ? sql`${column} < ${instants[place - 1]!}` : undefined]
    return sql`(count(*) filter (where ${and(...parts)}))::int`
  })
  return sql`array[${sql.join(counts, sql`, `)}]`
}

function keyOf(groupBy: AgeGrouping, facts: FactColumns, units: AgeFilter['units']): SQL {
  return { unit: unitAs(units, facts.leadUnit), group: facts.group, state: facts.state }[groupBy]
}
