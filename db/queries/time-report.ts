import { and, sql, type SQL } from 'drizzle-orm'
import { partyOrder, type Spread, type TimeReport, type UnitTime } from '#workflows/reports/times.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Party } from '#workflows/resolution/holdings.ts'
import type { Db } from '#db/client.ts'
import { issues } from '#db/schema/index.ts'
import { conditions, type IssueFilter } from './issue-list.ts'
import { countsForAnswer } from './time-filter.ts'
import { unitAs } from './unit-now.ts'
import { insideFor, visibleTo } from './visible-to.ts'

export type TimeQuestion = Pick<IssueFilter, 'conference' | 'group' | 'topic' | 'unit' | 'units' | 'zone' | 'district'> & { answeredFrom: string; answeredTo: string }

type Pair = [number, number] | null
type PartyRow = { n: number; spread: Pair; total: number | null }
type UnitRow = { unit: string; n: number; own: Pair; others: Pair }
type Found = { n: number; whole: Pair; units: UnitRow[] | null } & Record<Party, PartyRow>

const spread = (of: SQL) => sql`percentile_disc(array[0.5, 0.9]) within group (order by ${of})`
const list = (parts: SQL[]) => sql.join(parts, sql`, `)
const named = (party: Party) => sql.raw(`"${party}"`)

/**
 * How long issues first answered in a period took from receipt to that answer, in all, with each party and with each unit,
 * within what the person may see. Of one statement, so that the shares are those of the whole. A unit's people read their own
 * unit's share and, of the issues it leads, that of the others.
 */
export async function timeReport(db: Db, by: By, { answeredFrom, answeredTo, ...filter }: TimeQuestion): Promise<TimeReport> {
  const [row] = await db.execute<Found>(sql`
    with chosen as materialized (select ${issues.id} as id, ${issues.leadUnit} as lead_unit from issues
      where ${and(visibleTo(by), conditions({ ...filter, answeredFrom, answeredTo }))}),
    held as materialized (select h.issue_id, h.party, ${unitAs(filter.units, sql`h.unit`)} as unit, c.lead_unit, h.worked_ms as ms
      from chosen c join issue_holdings h on h.issue_id = c.id where ${countsForAnswer}),
    wholes as materialized (select issue_id, sum(ms)::bigint as ms,
      ${list(partyOrder.map((party) => sql`(sum(ms) filter (where party = ${party}))::bigint as ${named(party)}`))} from held group by issue_id),
    own as (select issue_id, unit, sum(ms)::bigint as ms from held
      where unit is not null and ${insideFor(by, sql`(held.unit = ${by.unit} or held.lead_unit = ${by.unit})`)} group by issue_id, unit)
    select count(*)::int as n, to_json(${spread(sql`ms`)}) as whole,
      ${list(partyOrder.map((party) => sql`json_build_object('n', count(${named(party)}), 'spread', ${spread(named(party))}, 'total', sum(${named(party)})) as ${named(party)}`))},
      (select json_agg(u) from (select own.unit, count(*)::int as n, ${spread(sql`own.ms`)} as own, ${spread(sql`wholes.ms - own.ms`)} as others
        from own join wholes using (issue_id) group by own.unit) u) as units
    from wholes`)
  const { n, whole, units } = row!
  return {
    from: answeredFrom, to: answeredTo,
    whole: spreadOf(n, whole),
    parties: partyOrder.map((party) => ({ party, ...spreadOf(row![party].n, row![party].spread), total: row![party].total ?? 0 })),
    units: (units ?? []).map((one): UnitTime => ({ unit: one.unit, own: spreadOf(one.n, one.own), others: spreadOf(one.n, one.others) })),
  }
}

const spreadOf = (n: number, pair: Pair): Spread => ({ n, median: pair?.[0] ?? null, p90: pair?.[1] ?? null })
