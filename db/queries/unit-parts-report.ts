import { and, sql } from 'drizzle-orm'
import { isOutcome, noParts, type Part, type PartCounts } from '#workflows/reports/parts.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { issues } from '#db/schema/index.ts'
import { factsAsOf } from './fact-columns.ts'
import { conditions } from './issue-list.ts'
import type { ReportQuestion } from './resolution-report.ts'
import { partsAt, partSeenBy } from './unit-parts.ts'
import { visibleTo } from './visible-to.ts'

/** `urgings`: how often the unit was urged, on all its issues together. */
export type UnitParts = PartCounts & { unit: string; urgings: number }
type Found = { unit: string; part: Exclude<Part, 'asked'>; n: number; times: number }

/** In how many issues each unit had a part, within what the person may see; units asked most come first. */
export async function unitParts(db: Db, by: By, { groupBy: _, ...filter }: ReportQuestion, at: Date): Promise<UnitParts[]> {
  const facts = factsAsOf(filter.asOf)
  const found = await db.execute<Found>(sql`
    select p.unit, p.part, count(distinct p.issue_id)::int as n, sum(p.times)::int as times
    from (${partsAt(at, filter.units, filter.conference)}) p join issues on ${issues.id} = p.issue_id
      ${facts ? sql`join ${facts.from} on ${facts.on}` : sql``}
    where ${and(visibleTo(by), conditions(filter, at), partSeenBy(by, sql`p.unit`))}
    group by p.unit, p.part`)
  const units = new Map<string, UnitParts>()
  for (const { unit, part, n, times } of found) {
    const of = units.get(unit) ?? { unit, urgings: 0, ...noParts() }
    of[part] = n
    if (part === 'urged') of.urgings = times
    if (isOutcome(part)) of.asked += n
    units.set(unit, of)
  }
  return [...units.values()].sort((a, b) => b.asked - a.asked || (a.unit < b.unit ? -1 : 1))
}
