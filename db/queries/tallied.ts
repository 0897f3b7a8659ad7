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
type Plan = { dimension: Grouping; within: (typeof withins)[number] | 'all' | 'settled'; narrowed: Narrowing[] }

/**
 * The counts by state and marks as rows (key, state, marks, n), from what triggers keep: some thousand rows however large
 * the register. Of a past day, what has not moved since the month before it is kept too; what moved since is looked up.
 * `undefined` where a question looks at too many dimensions at once, or the person sees only a part: then the issues
 * themselves are counted.
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
  const instant = sql`${at.toISOString()}::timestamptz`
  const month = sql`public.local_month(${instant})`
  const settled = question.asOf ? sql`settled < ${month}` : sql`true`
  const counted = sql`coordinating is ${dimension === 'coordinating' ? sql`not null` : sql`null`} and ${where(written)}`
  const passed = sql`select i.id from issues i, since where i.state in (${quoted(openStates)}) and i.annulled_at is null
    and i.due_at >= least(since.at, ${instant}) and i.due_at < greatest(since.at, ${instant})`
  const ended = sql`select i.id from issues i where i.ended_at > ${lately(instant)} and i.ended_at <= ${instant}`
  const corrected = (ids: SQL, before: SQL, after: SQL) => sql`
    select ${keyIn(written)}, state, marks | side.bit, side.n from issue_cells, since, lateral (values (-1, ${before}), (1, ${after})) side (n, bit)
    where issue_id = any(array(${ids})) and ${counted} and ${settled}`
  const lived = question.asOf && sql`
    union all select ${keyIn(written)}, state, ${marksAt(instant)}, 1 from issue_cells
      where updated_at >= (${month}::timestamp at time zone 'Asia/Ho_Chi_Minh') and updated_at <= ${instant} and ${counted}
    union all select ${keyIn(written)}, state, ${marksAt(instant)}, 1 from (${underWay(instant)}) issue where ${counted}`
  return sql`
    with since as materialized (select folded_at as at from tally_state)
    select key, state, marks, sum(n)::bigint as n from (
      select ${keyIn(stored)} as key, state, marks, n from tallies
        where dimension = ${dimension} and within = ${within} and ${question.asOf ? sql`within_key < ${month}::text` : sql`true`} and ${where(stored)}
      union all
      select ${keyIn(written)}, state, marks | case when due_at < since.at then ${bit('overdue')} else 0 end, n from tally_changes, since
        where ${counted} and ${settled}
      union all ${corrected(passed, sql`case when ${instant} < since.at then ${bit('overdue')} else 0 end`, sql`case when ${instant} < since.at then 0 else ${bit('overdue')} end`)}
      union all ${corrected(ended, sql`0`, bit('endedLately'))}
      ${lived ?? sql``}
    ) counted group by key, state, marks having sum(n) <> 0`
}

const lately = (instant: SQL) => sql`${instant} - make_interval(hours => ${sql.raw(String(latelyHours))})`

/** The marks of a cell with those that the instant decides. */
const marksAt = (instant: SQL) => sql`marks | case when due_at < ${instant} then ${bit('overdue')} else 0 end
  | case when ended_at > ${lately(instant)} then ${bit('endedLately')} else 0 end`

/** Issues that have moved since, as the cells they were. */
const underWay = (instant: SQL) => sql`
  select place.unit as coordinating, i.conference_id, f.group_code, f.topic_code, f.lead_unit, public.local_month(i.received_at) as month, i.zone, i.district,
    f.state, case when f.state in (${quoted(openStates)}) then f.due_at end as due_at, f.ended_at,
    coalesce(f.answered_at <= f.due_at, false)::int | ((f.confirmed_at is not null)::int << 2) | (f.extended::int << 3) | (f.reopened::int << 4)
      | (f.handed_back::int << 5) | (i.shares_comment::int << 7) as marks
  from moved f join issues i on i.id = f.issue_id
    cross join lateral (select null::text as unit union all select u.unit from public.coordinations_as_of(${instant}) u where u.issue_id = i.id) place
  where i.annulled_at is null and i.track <> 'denunciation'`

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
  if (!offices.includes(by.role)) return undefined
  const narrowed = narrowings(question)
  if (!narrowed) return undefined
  const looked = [...new Set([question.groupBy, ...narrowed.map(({ by: of }) => of)])]
  if (question.asOf) return looked.length === 1 ? { dimension: looked[0]!, within: 'settled', narrowed } : undefined
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
