import { and, eq, sql } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { conferences, enterprises, issues } from '#db/schema/index.ts'
import { coordinations, factsAsOf, onThatDay, today } from './fact-columns.ts'
import { listWhere, type IssueFilter } from './issue-list.ts'
import { visibleTo } from './visible-to.ts'

/** The issues a list holds, the newest first, as their ids: a million of them are some megabytes, their rows would be a thousand times that. */
export async function idsOfList(db: Db, by: By, filter: IssueFilter): Promise<number[]> {
  const [row] = await db
    .select({ ids: sql<string>`coalesce(string_agg(${issues.id}::text, ',' order by ${issues.id} desc), '')` })
    .from(issues)
    .where(and(visibleTo(by), await listWhere(db, by, filter)))
  return row?.ids ? row.ids.split(',').map(Number) : []
}

/** The letter by which an issue was answered or refused, as known then. */
const letter = (column: 'letter_number' | 'letter_date', asOf: Date | undefined) => sql<string | null>`(
  select a.${sql.raw(column)}::text from answers a where a.issue_id = ${issues.id} and a.issued_at is not null
    ${asOf ? sql`and a.issued_at <= ${asOf.toISOString()}::timestamptz` : sql``} order by a.number desc limit 1)`

/** What the register says of an issue, now or on a past day; a date of the enterprise's own is of now. */
const columns = (asOf: Date | undefined) => {
  const facts = asOf ? onThatDay : today
  return {
    id: issues.id, code: issues.code, text: issues.text, receivedAt: issues.receivedAt,
    enterprise: enterprises.name, taxCode: enterprises.taxCode, conference: conferences.title, heldOn: conferences.heldOn,
    group: sql<string | null>`${facts.group}`, topic: sql<string | null>`${facts.topic}`, leadUnit: sql<string | null>`${facts.leadUnit}`,
    coordinatingUnits: sql<string[]>`array(select c.unit from ${coordinations(asOf)} c where c.issue_id = ${issues.id} order by c.unit)`,
    state: sql<IssueState>`${facts.state}`,
    dueAt: sql<Date | null>`${facts.dueAt}`.mapWith(issues.dueAt),
    answeredAt: sql<Date | null>`${facts.answeredAt}`.mapWith(issues.answeredAt),
    resolvedAt: (asOf ? sql<Date | null>`f.resolved_at` : sql<Date | null>`${issues.resolvedAt}`).mapWith(issues.resolvedAt),
    letterNumber: letter('letter_number', asOf), letterDate: letter('letter_date', asOf),
  }
}

/** These issues as the register has them, in the order of their ids as given; one that may no longer be seen is not among them. */
export function registerRows(db: Db, by: By, ids: number[], asOf: Date | undefined) {
  const facts = factsAsOf(asOf)
  const base = db
    .select(columns(asOf))
    .from(issues)
    .leftJoin(enterprises, eq(enterprises.id, issues.enterpriseId))
    .leftJoin(conferences, eq(conferences.id, issues.conferenceId))
    .$dynamic()
  // said of both sides of the join: only so are the facts of these looked up and not of all
  const list = sql`${`{${ids.join(',')}}`}::bigint[]`
  return (facts ? base.innerJoin(facts.from, and(facts.on, sql`f.issue_id = any(${list})`)) : base)
    .where(and(visibleTo(by), sql`${issues.id} = any(${list})`))
    .orderBy(sql`array_position(${list}, ${issues.id})`)
}

export type RegisterRow = Awaited<ReturnType<typeof registerRows>>[number]
