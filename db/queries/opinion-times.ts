import { and, sql } from 'drizzle-orm'
import type { Calendar } from '#workflows/deadlines/calendar.ts'
import type { Spread } from '#workflows/reports/times.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { issues } from '#db/schema/index.ts'
import { factsAsOf } from './fact-columns.ts'
import { conditions } from './issue-list.ts'
import type { ReportQuestion } from './resolution-report.ts'
import { unitAs } from './unit-now.ts'
import { partSeenBy } from './unit-parts.ts'
import { visibleTo } from './visible-to.ts'
import { workedBetween } from './working-clock.ts'

type Found = { unit: string; n: number; median: string; p90: string }

/**
 * How long each unit took from being asked to giving its opinion, in working time, of the issues in which it gave one up to
 * then; asked twice about one issue, the longer time counts. The units that were asked most come first.
 */
export async function opinionTimes(db: Db, by: By, { groupBy: _, ...filter }: ReportQuestion, at: Date, calendar: Calendar): Promise<(Spread & { unit: string })[]> {
  const facts = factsAsOf(filter.asOf)
  const unit = unitAs(filter.units, sql`o.unit`)
  const rows = await db.execute<Found>(sql`
    with given as (select o.issue_id, ${unit} as unit, max(${workedBetween(calendar, sql`o.asked_at`, sql`o.given_at`)}) as ms
      from opinions o join issues on ${issues.id} = o.issue_id ${facts ? sql`join ${facts.from} on ${facts.on}` : sql``}
      where o.given_at <= ${at.toISOString()}::timestamptz and ${and(visibleTo(by), conditions(filter, at), partSeenBy(by, sql`${unit}`))}
      group by o.issue_id, 2)
    select unit, count(*)::int as n, percentile_disc(0.5) within group (order by ms) as median, percentile_disc(0.9) within group (order by ms) as p90
    from given group by unit order by n desc, unit`)
  return rows.map(({ unit: of, n, median, p90 }) => ({ unit: of, n, median: Number(median), p90: Number(p90) }))
}
