import { and, eq, sql, type SQL } from 'drizzle-orm'
import { sheetLines, type SheetLine } from '#workflows/reports/sheet.ts'
import { answeredStates } from '#workflows/resolution/states.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { issues } from '#db/schema/index.ts'
import { visibleTo } from './visible-to.ts'

const answered = quoted(answeredStates)

/** The line of the sheet that an issue stands on. Days begin in Hanoi. */
const line = sql`case
  when issues.state in ('refused', 'withdrawn', 'diverted') then issues.state
  when issues.state not in (${answered}) then 'owed'
  when issues.answered_on_the_spot then 'onTheSpot'
  when issues.answered_at < (select c.held_on::timestamp at time zone 'Asia/Ho_Chi_Minh' from conferences c where c.id = issues.conference_id) then 'before'
  else 'after' end`

/** The list behind a number of the sheet. */
export const onLine = (name: SheetLine): SQL => sql`${line} = ${name}`

export type SheetRow = { group: string | null; received: number } & Record<SheetLine, number>

/** The sheet of a conference by group, as far as the person may see its issues. */
export async function sheetByGroup(db: Db, by: By, conferenceId: number): Promise<SheetRow[]> {
  const counted = Object.fromEntries(sheetLines.map((name) => [name, sql<number>`count(*) filter (where line = ${name})`.mapWith(Number)])) as Record<SheetLine, SQL<number>>
  const lined = db
    .select({ group: issues.group, line: sql<string>`${line}`.as('line') })
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
