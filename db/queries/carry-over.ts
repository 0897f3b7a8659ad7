import { eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { statesOf, type CarryColumn } from '#workflows/reports/carry-over.ts'
import { unresolvedStates } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { conferences, issues } from '#db/schema/index.ts'

/** A conference that takes up what earlier ones of its series left unresolved. */
export type Carrying = {
  id: number
  seriesId: number
  heldOn: string
  /** When it began, once it has: from then on what it took up stays what it was. Until then null: it is as of now. */
  began: Date | null
  /** Until it is closed, an issue can be left out of it. */
  closed: boolean
}

/** `undefined` where the conference stands alone, or is not there. It begins with its day in Hanoi. */
export async function carryingOf(db: Db, conferenceId: number, now = new Date()): Promise<Carrying | undefined> {
  const { id, seriesId, heldOn, closedAt } = conferences
  const [row] = await db.select({ id, seriesId, heldOn, closedAt }).from(conferences).where(eq(id, conferenceId))
  if (!row || row.seriesId === null) return undefined
  const begins = new Date(`${row.heldOn}T00:00:00+07:00`)
  return { id: row.id, seriesId: row.seriesId, heldOn: row.heldOn, began: begins <= now ? begins : null, closed: row.closedAt !== null && row.closedAt <= now }
}

/** Of conferences `e`, those of the series held before. */
const before = (of: Carrying) => sql`e.series_id = ${of.seriesId} and (e.held_on, e.id) < (${of.heldOn}::date, ${of.id}::bigint)`

/** What earlier conferences of the series received. */
export const raisedBefore = (of: Carrying) => sql`${issues.conferenceId} = any(array(select e.id from conferences e where ${before(of)}))`

const unresolved = quoted(unresolvedStates)

/** By its events where the conference has begun; what reached the register only later is as unresolved as on its first day. */
export const wasUnresolved = ({ began }: Carrying) =>
  began === null
    ? sql`${issues.state} in (${unresolved})`
    : sql`(case when ${issues.updatedAt} < ${began.toISOString()}::timestamptz then ${issues.state} else coalesce((select v.to_state from issue_events v
        where v.issue_id = ${issues.id} and v.at < ${began.toISOString()}::timestamptz order by v.seq desc limit 1), 'received') end) in (${unresolved})`

const excluded = ({ id }: Carrying) => sql`${issues.id} in (select x.issue_id from carry_over_exclusions x where x.conference_id = ${id})`

/** Whether an issue of an earlier conference counts in a column of the sheet. */
export function inColumn(name: CarryColumn, of: Carrying, state: SQLWrapper = issues.state): SQL {
  switch (name) {
    case 'promised':
      return sql`${issues.id} in (select p.issue_id from commitments p)`
    case 'carried':
      return sql`(${wasUnresolved(of)} and not ${excluded(of)})`
    case 'leftOut':
      return sql`(${wasUnresolved(of)} and ${excluded(of)})`
    default: {
      const states = statesOf[name]
      return states ? sql`${state} in (${quoted(states)})` : sql`true`
    }
  }
}

/** The list behind a number of the sheet of a conference; of none, where it belongs to no series. */
export async function carriedWhere(db: Db, conference: number, column: CarryColumn): Promise<SQL> {
  const of = await carryingOf(db, conference)
  return of ? sql`${raisedBefore(of)} and ${inColumn(column, of)}` : sql`false`
}

/** How many conferences of the series were held since the one that an issue was raised at, this one included. */
export const sessionsUpTo = (of: Carrying) => sql<number>`(select count(*)::int from conferences n join conferences o on o.id = ${issues.conferenceId}
  where n.series_id = ${of.seriesId} and (n.held_on, n.id) > (o.held_on, o.id) and (n.held_on, n.id) <= (${of.heldOn}::date, ${of.id}::bigint))`

/** The same for one issue of conference `c`, until it was resolved or ended: conferences whose day came meanwhile. */
export const sessionsOf = (issueId: SQLWrapper) => sql`(select count(*) from conferences n join issues i on i.id = ${issueId}
  where n.series_id = c.series_id and (n.held_on, n.id) > (c.held_on, c.id) and n.held_on::timestamp at time zone 'Asia/Ho_Chi_Minh'
    <= case when i.state in (${unresolved}) then now() else coalesce(i.resolved_at, i.ended_at, i.updated_at) end)`
