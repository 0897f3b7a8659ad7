import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { commitments, issues } from '#db/schema/index.ts'
import { owedStates } from '#workflows/commitment/machine.ts'
import type { Calendar } from '#workflows/deadlines/calendar.ts'
import { namesRealDay } from '#workflows/deadlines/local-day.ts'
import { promiseBoxes, type PromiseBox, type PromiseCounts } from '#workflows/reports/promises.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { visibleTo } from './visible-to.ts'
import { endOfDay } from './working-clock.ts'

export type PromiseFilter = { unit?: string; conference?: number | 'none' }
/** The instant at which it is asked what is overdue, and the calendar that says when a day ends. */
export type PromiseMoment = { at: Date; calendar: Calendar }

/** `times`: how often their dates moved, all together; `median` and `p90` of the days between the first date and the last. */
export type PromiseRow = PromiseCounts & { key: string | null; times: number; median: number | null; p90: number | null }

/** Whether a promise is in a box. The first date is the one promised; the one in force may have been granted since. */
function inBox(box: PromiseBox, { at, calendar }: PromiseMoment): SQL {
  const isOwed = sql`${commitments.state} in (${quoted(owedStates)})`
  const isDone = sql`${commitments.state} in ('done', 'confirmed')`
  const byFirst = sql`${commitments.doneAt} <= ${endOfDay(calendar, sql`${commitments.firstDueOn}`)}`
  const byLast = sql`${commitments.doneAt} <= ${endOfDay(calendar, sql`${commitments.dueOn}`)}`
  const isOver = sql`${endOfDay(calendar, sql`${commitments.dueOn}`)} < ${at.toISOString()}::timestamptz`
  switch (box) {
    case 'kept':
      return sql`${isDone} and ${byFirst}`
    case 'keptLater':
      return sql`${isDone} and not ${byFirst} and ${byLast}`
    case 'doneLate':
      return sql`${isDone} and not ${byFirst} and not ${byLast}`
    case 'broken':
      return sql`${commitments.state} = 'broken'`
    case 'overdue':
      return sql`${isOwed} and ${isOver}`
    case 'owed':
      return sql`${isOwed} and not ${isOver}`
    case 'settled':
      return sql`not (${isOwed} and not ${isOver})`
    case 'slipped':
      return sql`exists (select 1 from commitment_slips s where s.commitment_id = ${commitments.id} and s.state = 'granted')`
    case 'made':
      return sql`true`
  }
}

const fits = ({ unit, conference }: PromiseFilter) =>
  and(
    unit === undefined ? undefined : eq(commitments.ownerUnit, unit),
    conference === undefined ? undefined : conference === 'none' ? sql`${issues.conferenceId} is null` : eq(issues.conferenceId, conference),
  )

const list = (parts: SQL[]) => sql.join(parts, sql`, `)
const named = (box: PromiseBox) => sql.raw(`"${box}"`)

/** What was promised and what became of it, by who owes it or by conference, of the issues the person may see; the most first. */
export async function promiseReport(db: Db, by: By, { groupBy, ...filter }: PromiseFilter & { groupBy: 'unit' | 'conference' }, moment: PromiseMoment) {
  const key = groupBy === 'unit' ? sql`${commitments.ownerUnit}` : sql`${issues.conferenceId}::text`
  const moved = sql`${commitments.dueOn} - ${commitments.firstDueOn}`
  const rows = await db.execute<PromiseRow & { whole: boolean }>(sql`
    with made as (select ${key} as key, ${moved} as days,
        (select count(*) from commitment_slips s where s.commitment_id = ${commitments.id} and s.state = 'granted') as times,
        ${list(promiseBoxes.map((box) => sql`(${inBox(box, moment)}) as ${named(box)}`))}
      from commitments join issues on ${issues.id} = ${commitments.issueId} where ${and(visibleTo(by), fits(filter))})
    select key, grouping(key) = 1 as whole, ${list(promiseBoxes.map((box) => sql`(count(*) filter (where ${named(box)}))::int as ${named(box)}`))},
      coalesce(sum(times), 0)::int as times,
      percentile_disc(0.5) within group (order by days) filter (where slipped) as median, percentile_disc(0.9) within group (order by days) filter (where slipped) as p90
    from made group by grouping sets ((key), ()) order by made desc, key`)
  const plain = rows.map(({ whole, ...row }) => ({ whole, row }))
  return { rows: plain.filter(({ whole }) => !whole).map(({ row }) => row), total: plain.find(({ whole }) => whole)!.row }
}

type PromisePage = { limit: number; cursor?: string }

/** Exactly the promises behind a number of the report, the earliest due first. */
export async function listPromises(db: Db, by: By, { box, ...filter }: PromiseFilter & { box: PromiseBox }, moment: PromiseMoment, { limit, cursor }: PromisePage) {
  const [, date, id] = namesRealDay(cursor ?? '') ? (/^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(cursor ?? '') ?? []) : []
  const from = sql`commitments join issues on ${issues.id} = ${commitments.issueId}`
  const where = and(visibleTo(by), fits(filter), inBox(box, moment))
  const [items, counted] = await Promise.all([
    db.select({
      id: commitments.id, number: commitments.number, code: issues.code, state: commitments.state, text: commitments.text,
      ownerUnit: commitments.ownerUnit, responsible: commitments.responsible, firstDueOn: commitments.firstDueOn, dueOn: commitments.dueOn,
    }).from(commitments).innerJoin(issues, eq(issues.id, commitments.issueId))
      .where(and(where, date === undefined ? undefined : sql`(${commitments.dueOn}, ${commitments.id}) > (${date}::date, ${Number(id)}::bigint)`))
      .orderBy(commitments.dueOn, commitments.id).limit(limit + 1),
    db.execute<{ n: number }>(sql`select count(*)::int as n from ${from} where ${where}`),
  ])
  const last = items.length > limit ? items[limit - 1] : undefined
  return { items: items.slice(0, limit), count: counted[0]?.n ?? 0, next: last ? `${last.dueOn}_${last.id}` : null }
}
