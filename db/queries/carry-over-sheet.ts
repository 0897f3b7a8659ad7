import { sql, type SQL } from 'drizzle-orm'
import { carryColumns, type CarryColumn, type CarryGrouping } from '#workflows/reports/carry-over.ts'
import type { CommitmentState } from '#workflows/commitment/machine.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { inColumn, raisedBefore, sessionsUpTo, wasUnresolved, type Carrying } from './carry-over.ts'
import { visibleTo } from './visible-to.ts'

export type CarryCounts = Record<CarryColumn, number>
export type CarryRow = CarryCounts & { id: number | null; name: string | null; zone: string | null }
export type Slice = { limit: number; from: number }

const noCounts = () => Object.fromEntries(carryColumns.map((name) => [name, 0])) as CarryCounts
const list = (parts: SQL[]) => sql.join(parts, sql`, `)
const named = (name: string) => sql.raw(`"${name}"`)
const sumOf = (name: string, n: SQL) => sql`coalesce(sum(${n}), 0)::int as ${named(name)}`

/** Counted from groups of issues that share their enterprise and state: asking each issue every column took three times as long. */
const counts = (of: Carrying) => list(carryColumns.map((name) => {
  if (name === 'promised') return sumOf(name, sql`promised`)
  if (name === 'leftOut') return sumOf(name, sql`left_out`)
  if (name === 'carried') return sumOf(name, sql`was - left_out`)
  return sumOf(name, sql`case when ${inColumn(name, of, sql`g.state`)} then n else 0 end`)
}))

/**
 * The sheet of a conference: what its series received before, a row an enterprise or a zone, those with most unresolved
 * first; and the sum of all rows, also of those on other pages.
 */
export async function carryOverSheet(db: Db, by: By, of: Carrying, { grouping, limit, from }: Slice & { grouping: CarryGrouping }) {
  const key = grouping === 'zone' ? sql`z.zone` : sql`z.id, z.name, z.zone`
  const shown = grouping === 'zone' ? sql`null::bigint as id, null::text as name, zone` : sql`id, name, zone`
  const those = sql`${raisedBefore(of)} and ${visibleTo(by)}`
  const rows = await db.execute<CarryRow & { total: CarryCounts; rows: number }>(sql`with g (enterprise_id, state, n, was, promised, left_out) as (
      select issues.enterprise_id, issues.state, count(*), count(*) filter (where ${wasUnresolved(of)}), count(*) filter (where ${inColumn('promised', of)}), 0
        from issues where ${those} group by issues.enterprise_id, issues.state
      union all select issues.enterprise_id, issues.state, 0, 0, 0, count(*)
        from issues where ${inColumn('leftOut', of)} and ${those} group by issues.enterprise_id, issues.state),
    counted as materialized (select ${key}, ${counts(of)} from g left join enterprises z on z.id = g.enterprise_id group by ${key}),
    total as (select ${list(carryColumns.map((name) => sumOf(name, named(name))))}, count(*)::int as rows from counted)
    select ${shown}, ${list(carryColumns.map((name) => sql`counted.${named(name)}`))}, row_to_json(total) as total, total.rows
    from counted cross join total order by counted.unresolved desc, ${grouping === 'zone' ? sql`zone` : sql`name`} collate "vi-VN-x-icu" nulls last, id
    limit ${limit + 1} offset ${from}`)
  const items = rows.slice(0, limit).map(({ total: _, rows: __, ...row }) => ({ ...row, id: row.id === null ? null : Number(row.id) }))
  return { items, total: { ...noCounts(), ...rows[0]?.total }, rows: rows[0]?.rows ?? 0, next: rows.length > limit ? String(from + limit) : null }
}

export type CarriedIssue = {
  code: string; state: IssueState; text: string; leadUnit: string | null; enterprise: string | null; zone: string | null
  /** The conference it was raised at. */
  first: { id: number; title: string; heldOn: string }
  sessions: number
  promises: { number: number; state: CommitmentState; firstDueOn: string; dueOn: string; doneOn: string | null; slips: number }[]
  /** Why it was left out, and by whom. */
  reason: string | null
  leftOutBy: string | null
}

const promisesOf = sql`(select coalesce(json_agg(json_build_object('number', p.number, 'state', p.state, 'firstDueOn', p.first_due_on, 'dueOn', p.due_on,
  'doneOn', (p.done_at at time zone 'Asia/Ho_Chi_Minh')::date,
  'slips', (select count(*) from commitment_slips s where s.commitment_id = p.id and s.state = 'granted')) order by p.number), '[]')
  from commitments p where p.issue_id = issues.id)`

/** The issues of a column, by enterprise or by zone and enterprise; within one, the one carried longest first. */
export async function carriedIssues(db: Db, by: By, of: Carrying, { column, grouping, limit, from }: Slice & { column: CarryColumn; grouping: CarryGrouping }) {
  const inOrder = sql`${grouping === 'zone' ? sql`zone collate "vi-VN-x-icu" nulls last, ` : sql``}name collate "vi-VN-x-icu" nulls last, id`
  // names are put in order once, not once an issue
  const rows = await db.execute<CarriedIssue>(sql`with ranked as materialized (select id, row_number() over (order by ${inOrder}) as place from enterprises),
    page as materialized (
      select issues.id, r.place from issues left join ranked r on r.id = issues.enterprise_id
      where ${raisedBefore(of)} and ${inColumn(column, of)} and ${visibleTo(by)} order by r.place nulls last, issues.id limit ${limit + 1} offset ${from})
    select issues.code, issues.state, issues.text, issues.lead_unit as "leadUnit", z.name as enterprise, z.zone,
      json_build_object('id', o.id, 'title', o.title, 'heldOn', o.held_on) as first, ${sessionsUpTo(of)} as sessions, ${promisesOf} as promises,
      x.reason, w.name as "leftOutBy"
    from page join issues on issues.id = page.id join conferences o on o.id = issues.conference_id left join enterprises z on z.id = issues.enterprise_id
      left join carry_over_exclusions x on x.conference_id = ${of.id} and x.issue_id = issues.id left join people w on w.id = x.person_id
    order by page.place nulls last, page.id`)
  return { items: rows.slice(0, limit), next: rows.length > limit ? String(from + limit) : null }
}

/** How many issues a conference takes up, for pages that only say so; null where it belongs to no series. */
export async function countCarried(db: Db, by: By, of: Carrying | undefined): Promise<number | null> {
  if (!of) return null
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from issues where ${raisedBefore(of)} and ${inColumn('carried', of)} and ${visibleTo(by)}`)
  return row?.n ?? 0
}
