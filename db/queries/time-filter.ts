import { and, sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Party } from '#workflows/resolution/holdings.ts'
import { issues } from '#db/schema/index.ts'
import type { FactColumns } from './fact-columns.ts'
import { receivedBetween } from './local-month.ts'
import { unitAs, type UnitsAs } from './unit-now.ts'
import { partSeenBy } from './unit-parts.ts'
import { insideFor } from './visible-to.ts'

/** What the reports of time and of ageing ask of an issue. */
export type TimeFilter = {
  /** Received, or due, from the one instant on and before the other: bands of age, as instants, so that a list stays what it was. */
  receivedSince?: Date
  receivedBefore?: Date
  dueSince?: Date
  dueBefore?: Date
  /** First answered on these days of Hanoi's calendar, yyyy-MM-dd, both included. */
  answeredFrom?: string
  answeredTo?: string
  /** Before the first answer this party, or this unit, had it. */
  heldBy?: Party
  heldUnit?: string
  /** This unit gave its opinion on it. */
  heardUnit?: string
}

const after = (column: SQL, at: Date | undefined) => at && sql`${column} >= ${at.toISOString()}::timestamptz`
const before = (column: SQL, at: Date | undefined) => at && sql`${column} < ${at.toISOString()}::timestamptz`

export const inTimes = ({ receivedSince, receivedBefore, dueSince, dueBefore, answeredFrom, answeredTo }: TimeFilter, facts: FactColumns): SQL | undefined =>
  and(
    after(sql`${issues.receivedAt}`, receivedSince),
    before(sql`${issues.receivedAt}`, receivedBefore),
    after(facts.dueAt, dueSince),
    before(facts.dueAt, dueBefore),
    receivedBetween(issues.firstAnsweredAt, answeredFrom, answeredTo),
  )

/** Before the first answer: the part of an issue's time that the term to answer is about. */
export const countsForAnswer = sql`h.before_answer and h.party <> 'nobody'`

/** The issues that a party or a unit had for a while; none for those who may not know who had them. */
export function heldBy(by: By, { heldBy: party, heldUnit: unit, heardUnit, units, asOf }: TimeFilter & { units?: UnitsAs; asOf?: Date }): SQL | undefined {
  const holdings = sql`select 1 from issue_holdings h where h.issue_id = ${issues.id} and ${countsForAnswer}`
  return and(
    party === undefined ? undefined : sql`(exists (${holdings} and h.party = ${party}) and ${insideFor(by, sql`true`)})`,
    heardUnit === undefined ? undefined : sql`(exists (select 1 from opinions o where o.issue_id = ${issues.id} and ${unitAs(units, sql`o.unit`)} = ${heardUnit}
      and o.given_at <= ${(asOf ?? new Date()).toISOString()}::timestamptz) and ${partSeenBy(by, sql`${heardUnit}::text`)})`,
    unit === undefined ? undefined : sql`(exists (${holdings} and ${unitAs(units, sql`h.unit`)} = ${unit}) and ${partSeenBy(by, sql`${unit}::text`)})`,
  )
}
