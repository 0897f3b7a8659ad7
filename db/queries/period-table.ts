import { and, sql, type SQL } from 'drizzle-orm'
import { periodColumns, type PeriodCounts } from '#workflows/reports/period.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { answeredStates, openStates } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { issues } from '#db/schema/index.ts'
import { coordinations, factsAsOf, onThatDay } from './fact-columns.ts'
import { marked } from './in-box.ts'
import { conditions } from './issue-list.ts'
import { beforeEndOf } from './local-month.ts'
import { keyOf, type ReportQuestion } from './resolution-report.ts'
import { visibleTo } from './visible-to.ts'

type PeriodRow = PeriodCounts & { key: string | null }
export type PeriodTable = { rows: PeriodRow[]; total: PeriodCounts }
/** Counted as of an instant that is named, from events alone: what was frozen is counted again the same way. */
type Question = ReportQuestion & { asOf: Date }

const open = sql.raw(`(${openStates.map((state) => `'${state}'`).join(', ')})`)

/** Whose issues the table is about, each with where it came from; a month asked for is the period from its first day on. */
function population(by: By, { groupBy: _, month, from, ...filter }: Question): { from: SQL; where: SQL | undefined; source: SQL } {
  const begins = from ?? (month && `${month}-01`)
  const { asOf } = filter
  const facts = factsAsOf(asOf)!
  const joined = sql`issues join ${facts.from} on ${facts.on}`
  const until = month && !filter.to ? beforeEndOf(issues.receivedAt, month) : undefined
  const where = and(visibleTo(by), conditions(filter, asOf), until)
  if (!begins) return { from: joined, where, source: sql`'fresh'` }
  const start = new Date(Date.parse(`${begins}T00:00:00+07:00`) - 1)
  const fresh = sql`${issues.receivedAt} > ${start.toISOString()}::timestamptz`
  const source = sql`case when ${fresh} then 'fresh' when s.state in ${open} then 'carried' else 'reopened' end`
  return {
    from: sql`${joined} left join public.issue_facts_as_of(${start.toISOString()}::timestamptz) s on s.issue_id = ${issues.id}`,
    where: and(where, sql`(${fresh} or s.state in ${open} or f.state in ${open})`),
    source,
  }
}

/**
 * The official table of a report: carried over, new, taken up again, and what became of all of them. Rows are told apart by
 * what was true at its end, so that what was carried over and went to another unit since is on that unit's row.
 */
export async function periodTable(db: Db, by: By, question: Question): Promise<PeriodTable> {
  const rows = await counted(db, by, question)
  // an issue stands under each of its coordinating units: their rows are more than the whole
  const whole = question.groupBy === 'coordinating' ? await counted(db, by, { ...question, groupBy: 'group' }) : rows
  const total = Object.fromEntries(periodColumns.map((column) => [column, whole.reduce((sum, row) => sum + row[column], 0)])) as PeriodCounts
  return { rows, total }
}

async function counted(db: Db, by: By, question: Question): Promise<PeriodRow[]> {
  const { from, where, source } = population(by, question)
  const coordinating = question.groupBy === 'coordinating' ? sql`join ${coordinations(question.asOf)} cu on cu.issue_id = ${issues.id}` : sql``
  const count = (name: string, when: SQL) => sql`(count(*) filter (where ${when}))::int as ${sql.raw(`"${name}"`)}`
  const answered = sql`state in (${quoted(answeredStates)})`
  return db.execute<PeriodRow>(sql`
    select key, ${count('carried', sql`source = 'carried'`)}, ${count('fresh', sql`source = 'fresh'`)}, ${count('reopened', sql`source = 'reopened'`)},
      count(*)::int as total, ${count('answered', answered)}, ${count('openInTime', sql`state in ${open} and not overdue`)},
      ${count('openOverdue', sql`state in ${open} and overdue`)}, ${count('ended', sql`state not in ${open} and not (${answered})`)}
    from (select ${keyOf(question.groupBy, onThatDay, question.units)} as key, ${source} as source, f.state, ${marked('overdue', onThatDay, question.asOf)} as overdue
      from ${from} ${coordinating} where ${where}) p
    group by key order by ${question.groupBy === 'month' ? sql`key` : sql`total desc, key`}`) as unknown as Promise<PeriodRow[]>
}

/** The issues behind the table, unit by unit in the order of their codes. */
export async function idsOfPeriod(db: Db, by: By, question: Question): Promise<number[]> {
  const { from, where } = population(by, question)
  const [row] = await db.execute<{ ids: string | null }>(sql`
    select string_agg(${issues.id}::text, ',' order by f.lead_unit nulls last, ${issues.id}) as ids from ${from} where ${where}`)
  return row?.ids ? row.ids.split(',').map(Number) : []
}
