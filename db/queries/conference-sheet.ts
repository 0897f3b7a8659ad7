import { and, eq, sql, type SQL } from 'drizzle-orm'
import { owedParts, sheetLines, statesOwed, type OwedPart, type SheetLine } from '#workflows/reports/sheet.ts'
import { answeredStates } from '#workflows/resolution/states.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { issues } from '#db/schema/index.ts'
import { visibleTo } from './visible-to.ts'

const answered = quoted(answeredStates)

/** The line of the sheet that an issue stands on. Days begin in Hanoi. */
export const lineOfSheet = sql<SheetLine>`case
  when issues.state in ('refused', 'withdrawn', 'diverted') then issues.state
  when issues.state not in (${answered}) then 'owed'
  when issues.answered_on_the_spot then 'onTheSpot'
  when issues.answered_at < (select c.held_on::timestamp at time zone 'Asia/Ho_Chi_Minh' from conferences c where c.id = issues.conference_id) then 'before'
  else 'after' end`

/** The list behind a number of the sheet. */
export const onLine = (name: SheetLine | OwedPart): SQL => (name in statesOwed ? owed(name as OwedPart) : sql`${lineOfSheet} = ${name}`)

const owed = (part: OwedPart) => sql`issues.state in (${quoted(statesOwed[part])})`

export type SheetRow = { group: string | null; received: number } & Record<SheetLine | OwedPart, number>

/** The sheet of a conference by group, as far as the person may see its issues. */
export async function sheetByGroup(db: Db, by: By, conferenceId: number): Promise<SheetRow[]> {
  const count = (where: SQL) => sql<number>`count(*) filter (where ${where})`.mapWith(Number)
  const counted = Object.fromEntries([
    ...sheetLines.map((name) => [name, count(sql`line = ${name}`)]), ...owedParts.map((part) => [part, count(sql`state in (${quoted(statesOwed[part])})`)]),
  ]) as Record<SheetLine | OwedPart, SQL<number>>
  const lined = db
    .select({ group: issues.group, state: issues.state, line: sql<string>`${lineOfSheet}`.as('line') })
    .from(issues)
    .where(and(eq(issues.conferenceId, conferenceId), visibleTo(by)))
    .as('lined')
  return db.select({ group: lined.group, received: sql<number>`count(*)`.mapWith(Number), ...counted }).from(lined).groupBy(lined.group)
}

export type SheetCounts = { issues: number; comments: number; enterprises: number; promises: number; promisesDone: number; promisesLate: number }

/** Comments, enterprises and promises of a conference: none of them is the number of its issues. */
export async function sheetCounts(db: Db, by: By, conferenceId: number, today: string): Promise<SheetCounts> {
  const promises = (where: SQL) => sql<number>`coalesce(sum((select count(*) from commitments c where c.issue_id = issues.id and ${where})), 0)`.mapWith(Number)
  const [row] = await db
    .select({
      issues: sql<number>`count(*)`.mapWith(Number),
      comments: sql<number>`count(distinct issues.comment_id)`.mapWith(Number),
      enterprises: sql<number>`count(distinct issues.enterprise_id)`.mapWith(Number),
      promises: promises(sql`true`),
      promisesDone: promises(sql`c.state in ('done', 'confirmed')`),
      promisesLate: promises(sql`c.state in ('promised', 'slipped') and c.due_on < ${today}::date`),
    })
    .from(issues)
    .where(and(eq(issues.conferenceId, conferenceId), visibleTo(by)))
  return row!
}
