import { sql, type SQL } from 'drizzle-orm'
import { latelyHours, marks, type Mark } from '#workflows/reports/boxes.ts'
import type { Grouping } from '#workflows/reports/groupings.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { openStates } from '#workflows/resolution/states.ts'
import { quoted } from '#db/schema/columns.ts'
import type { ReportQuestion } from './resolution-report.ts'
import { unitAs, type UnitsAs } from './unit-now.ts'

/** The bits of `marks` in the tallies, by the same order as in `tally_marks` of the migrations. */
const bits = Object.fromEntries([...marks, 'sharesComment' as const].map((mark, at) => [mark, 1 << at])) as Record<Mark | 'sharesComment', number>

export const hasBit = (mark: Mark | 'sharesComment'): SQL => sql.raw(`marks & ${bits[mark]} <> 0`)

const withins = ['group', 'month', 'conference'] as const
/** The roles whose people see what is tallied, no more and no less. */
const offices: readonly By['role'][] = ['leader', 'coordinator', 'secretary', 'auditor']

type Narrowing = { by: Grouping; is: (key: SQL) => SQL }
type Plan = { dimension: Grouping; within: Grouping | 'all'; narrowed: Narrowing[] }

/**
 * The counts of now by state and marks as rows (key, state, marks, n), from what triggers keep: some thousand rows however
 * large the register. `undefined` where a question is of another day, or looks at three dimensions at once, or the
 * person sees only a part: then the issues themselves are counted.
 */
export function talliedCells(by: By, question: ReportQuestion, at: Date): SQL | undefined {
  const plan = planOf(by, question)
  if (!plan) return undefined
  const { dimension, within, narrowed } = plan
  const keyIn = (columns: (by: Grouping) => SQL) => {
    const key = sql`nullif(${heir(question.units, question.groupBy, columns(question.groupBy))}, '')`
    return question.groupBy === 'month' ? sql`left(${key}, 7)` : key
  }
  const where = (columns: (by: Grouping) => SQL) =>
    sql.join([sql`true`, ...narrowed.map(({ by: of, is }) => is(heir(question.units, of, columns(of))))], sql` and `)
  const stored = (of: Grouping) => (of === dimension ? sql`key` : sql`within_key`)
  const coordinated = dimension === 'coordinating' ? sql`coordinating is not null` : sql`coordinating is null`
  const instant = sql`${at.toISOString()}::timestamptz`
  const passed = sql`select i.id from issues i, since where i.state in (${quoted(openStates)}) and i.annulled_at is null
    and i.due_at >= least(since.at, ${instant}) and i.due_at < greatest(since.at, ${instant})`
  const ended = sql`select i.id from issues i where i.ended_at > ${instant} - make_interval(hours => ${sql.raw(String(latelyHours))})`
  const corrected = (ids: SQL, before: SQL, after: SQL) => sql`
    select ${keyIn(written)}, state, marks | side.bit, side.n from issue_cells, since, lateral (values (-1, ${before}), (1, ${after})) side (n, bit)
    where issue_id = any(array(${ids})) and ${coordinated} and ${where(written)}`
  return sql`
    with since as materialized (select folded_at as at from tally_state)
    select key, state, marks, sum(n)::bigint as n from (
      select ${keyIn(stored)} as key, state, marks, n from tallies where dimension = ${dimension} and within = ${within} and ${where(stored)}
      union all
      select ${keyIn(written)}, state, marks | case when due_at < since.at then ${bit('overdue')} else 0 end, n from tally_changes, since
        where ${coordinated} and ${where(written)}
      union all ${corrected(passed, sql`case when ${instant} < since.at then ${bit('overdue')} else 0 end`, sql`case when ${instant} < since.at then 0 else ${bit('overdue')} end`)}
      union all ${corrected(ended, sql`0`, bit('endedLately'))}
    ) counted group by key, state, marks having sum(n) <> 0`
}

const bit = (mark: Mark) => sql.raw(String(bits[mark]))

/** The columns of a change, and of an issue's cell, as the keys of tallies. */
function written(of: Grouping): SQL {
  const columns = {
    group: 'group_code', unit: 'lead_unit', coordinating: 'coordinating', topic: 'topic_code', conference: 'conference_id::text', zone: 'zone', district: 'district', month: 'month::text',
  } as const satisfies Record<Grouping, string>
  return sql.raw(`coalesce(${columns[of]}, '')`)
}

const heir = (units: UnitsAs | undefined, of: Grouping, key: SQL) => (of === 'unit' || of === 'coordinating' ? unitAs(units, key) : key)

function planOf(by: By, question: ReportQuestion): Plan | undefined {
  if (!offices.includes(by.role) || question.asOf) return undefined
  const narrowed = narrowings(question)
  if (!narrowed) return undefined
  const looked = [...new Set([question.groupBy, ...narrowed.map(({ by: of }) => of)])]
  const within = looked.length === 1 ? 'all' : withins.find((one) => looked.includes(one))
  const rest = looked.filter((one) => one !== within)
  return within && rest.length === 1 ? { dimension: rest[0]!, within, narrowed } : undefined
}

/** What a question is narrowed to, or nothing where a period begins or ends within a month. */
function narrowings({ conference, group, topic, unit, coordinating, zone, district, month, from, to }: ReportQuestion): Narrowing[] | undefined {
  const equal = { conference, group, topic, unit, coordinating, zone, district, month: month && `${month}-01` }
  const found = Object.entries(equal).flatMap(([of, value]): Narrowing[] =>
    value === undefined ? [] : [{ by: of as Grouping, is: (key) => sql`${key} = ${value === 'none' ? '' : String(value)}` }])
  if (coordinating === 'none' || (from && !from.endsWith('-01')) || (to && !endsMonth(to))) return undefined
  if (from) found.push({ by: 'month', is: (key) => sql`${key} >= ${from}` })
  if (to) found.push({ by: 'month', is: (key) => sql`${key} <= ${to}` })
  return found
}

const endsMonth = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1
