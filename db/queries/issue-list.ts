import { and, sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Box } from '#workflows/reports/boxes.ts'
import type { CarryColumn } from '#workflows/reports/carry-over.ts'
import type { Part } from '#workflows/reports/parts.ts'
import type { OwedPart, SheetLine } from '#workflows/reports/sheet.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { issues } from '#db/schema/index.ts'
import { carriedWhere } from './carry-over.ts'
import { onLine } from './conference-sheet.ts'
import { coordinations, movedSince, onThatDay, today, type FactColumns } from './fact-columns.ts'
import { inBox } from './in-box.ts'
import { pageOfIssues, type PageRequest } from './issue-pages.ts'
import { searchFor } from './issue-search.ts'
import { inMonth, receivedBetween } from './local-month.ts'
import { heldBy, inTimes, type TimeFilter } from './time-filter.ts'
import { unitAs, type UnitsAs } from './unit-now.ts'
import { hadPart } from './unit-parts.ts'
import { visibleTo } from './visible-to.ts'

export type IssueFilter = TimeFilter & {
  /** `none` here and below: those without one. */
  conference?: number | 'none'
  group?: string
  topic?: string
  unit?: string
  /** Whether `unit` is the one that led, or the one that stands for it today. */
  units?: UnitsAs
  state?: IssueState
  /** Open and past its date due. */
  overdue?: boolean
  /** A code, words of the text, the name of an enterprise or its tax code. */
  q?: string
  /** A box of the reports, and the instant at which they counted. */
  box?: Box
  asOf?: Date
  /** A line of the conference's sheet, as it stands now. */
  line?: SheetLine | OwedPart
  /** Received in this month of Hanoi's calendar, yyyy-MM. */
  month?: string
  /** Received on these days of Hanoi's calendar, yyyy-MM-dd, both included. */
  from?: string
  to?: string
  /** One of its coordinating units. */
  coordinating?: string
  /** What it is about lies there. */
  zone?: string
  district?: string
  /** `partUnit` had this part in it, whoever led. */
  part?: Part
  partUnit?: string
  /** A column of the carry-over sheet of `carriedTo`: issues of earlier conferences of its series. */
  carriedTo?: number
  column?: CarryColumn
  enterprise?: number | 'none'
  /** Of the enterprise that raised it. */
  homeZone?: string
}

/** The register as the person may see it, newest first, or by due date. */
export async function listIssues(db: Db, by: By, filter: IssueFilter, page: PageRequest) {
  return pageOfIssues(db, and(visibleTo(by), await listWhere(db, by, filter)), page)
}

/** What the filter asks, of its day where it names one, a search in it read first. */
export const listWhere = async (db: Db, by: By, filter: IssueFilter) =>
  and(filter.asOf ? conditionsThen(by, filter, filter.asOf) : conditions(filter), hadPart(by, filter), heldBy(by, filter), await hits(db, filter), await carried(db, filter))

const hits = (db: Db, { q }: IssueFilter) => (q ? searchFor(db, q) : undefined)
const carried = (db: Db, { carriedTo, column = 'carried' }: IssueFilter) => (carriedTo ? carriedWhere(db, carriedTo, column) : undefined)

/** How many there are, counted no further than `most`: beyond that nobody wants the number, only a narrower question. */
export async function countIssues(db: Db, by: By, filter: IssueFilter, most = 10_000): Promise<number> {
  const found = db
    .select({ one: sql`1` })
    .from(issues)
    .where(and(visibleTo(by), await listWhere(db, by, filter)))
    .limit(most + 1)
    .as('found')
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(found)
  return row?.n ?? 0
}

/**
 * The one WHERE behind lists, their counts and the reports' figures: so a figure and its list cannot differ. But for the
 * search, which has to be read first. Of a past day it goes with `factsAsOf` of that day.
 */
export const conditions = (filter: IssueFilter, now = filter.asOf ?? new Date(), facts = filter.asOf ? onThatDay : today): SQL | undefined =>
  and(lasting(filter), changing(filter, now, facts), facts === onThatDay ? equals(facts.conference, filter.conference) : undefined)

/** What stays true of an issue, or is asked of its day elsewhere. */
const lasting = (filter: IssueFilter) =>
  and(
    equals(sql`${issues.conferenceId}`, filter.conference),
    filter.month ? inMonth(issues.receivedAt, filter.month) : undefined,
    receivedBetween(issues.receivedAt, filter.from, filter.to),
    equals(sql`${issues.zone}`, filter.zone),
    equals(sql`${issues.district}`, filter.district),
    filter.coordinating ? coordinatedBy(filter.coordinating, filter) : undefined,
    equals(sql`${issues.enterpriseId}`, filter.enterprise),
    equals(sql`(select z.zone from enterprises z where z.id = ${issues.enterpriseId})`, filter.homeZone),
    filter.line && onLine(filter.line),
  )

/** What its moves change. */
const changing = (filter: IssueFilter, now: Date, facts: FactColumns) =>
  and(
    inTimes(filter, facts),
    equals(facts.group, filter.group),
    equals(facts.topic, filter.topic),
    equals(unitAs(filter.units, facts.leadUnit), filter.unit),
    equals(facts.state, filter.state),
    filter.box && inBox(filter.box, facts, now),
    filter.overdue ? inBox('openOverdue', facts, now) : undefined,
  )

/**
 * The same of a past day without a join: of what has not moved since, the columns still say it; what has moved is gathered
 * first, because since the moment of a report that somebody has open it is little.
 */
function conditionsThen(by: By, filter: IssueFilter, asOf: Date): SQL | undefined {
  const at = sql`${asOf.toISOString()}::timestamptz`
  const moved = sql`select f.issue_id from ${movedSince(asOf)} join issues on ${issues.id} = f.issue_id where ${and(visibleTo(by), conditions(filter, asOf))}`
  return and(lasting(filter), sql`((${issues.updatedAt} <= ${at} and ${changing(filter, asOf, today) ?? sql`true`}) or ${issues.id} = any(array(${moved})))`)
}

/** «none» asks for those without one, as a report's row of the unassigned does. */
const equals = (column: SQL, value: string | number | undefined) =>
  value === undefined ? undefined : value === 'none' ? sql`${column} is null` : sql`${column} = ${value}`

function coordinatedBy(unit: string, { units, asOf }: IssueFilter): SQL {
  const of = sql`select c.issue_id from ${coordinations(asOf)} c`
  return unit === 'none'
    ? sql`not exists (${of} where c.issue_id = ${issues.id})`
    : sql`${issues.id} in (${of} where ${unitAs(units, sql`c.unit`)} = ${unit})`
}
