import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Calendar } from '#workflows/deadlines/calendar.ts'
import type { Held, Holding } from '#workflows/resolution/holdings.ts'
import { workedBetween } from './working-clock.ts'

/**
 * Ends what whoever had these issues has of them, and gives them to another, in one statement. An instant before that at
 * which it came there (a clock set back) takes effect with that one. An issue whose holdings were never built is left
 * alone: to build them reads all its events.
 */
export async function changeHands(db: Db, issueIds: number[], { party, unit, beforeAnswer }: Held, at: Date, calendar: Calendar): Promise<void> {
  if (issueIds.length === 0) return
  const until = sql`greatest(${at.toISOString()}::timestamptz, h.from_at)`
  await db.execute(sql`
    with closed as (
      update issue_holdings h set to_at = ${until}, worked_ms = ${workedBetween(calendar, sql`h.from_at`, until)}
      where h.issue_id = any(${`{${issueIds.join(',')}}`}::bigint[]) and h.to_at is null
      returning h.issue_id, h.number, h.to_at
    )
    insert into issue_holdings (issue_id, number, party, unit, before_answer, from_at)
    select issue_id, number + 1, ${party}::text, ${unit}::text, ${beforeAnswer}::boolean, to_at from closed`)
}

/** Working time by the calendar as it has become, of all that touches these local days. */
export async function recountHoldings(db: Db, dates: string[], calendar: Calendar): Promise<void> {
  await db.execute(sql`
    update issue_holdings h set worked_ms = ${workedBetween(calendar, sql`h.from_at`, sql`h.to_at`)}
    where h.to_at is not null and exists (select 1 from unnest(${`{${dates.join(',')}}`}::date[]) d (day)
      where h.from_at < ((d.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and h.to_at > (d.day::timestamp at time zone 'Asia/Ho_Chi_Minh'))`)
}

export type NewHolding = Omit<Holding, 'from' | 'to'> & { issueId: number; number: number; from: string; to: string | null; worked: number | null }

/** One parameter whatever their number. */
export async function putHoldings(db: Db, all: NewHolding[]): Promise<void> {
  if (all.length === 0) return
  await db.execute(sql`
    insert into issue_holdings (issue_id, number, party, unit, before_answer, from_at, to_at, worked_ms)
    select "issueId", number, party, unit, "beforeAnswer", "from", "to", worked from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as h
      ("issueId" bigint, number int, party text, unit text, "beforeAnswer" boolean, "from" timestamptz, "to" timestamptz, worked bigint)`)
}

export type LoggedEvent = {
  issueId: number; move: string; from: string | null; to: string; at: string; personId: number | null; role: string; unit: string | null
  payload: Record<string, unknown>
}

/** Whether the register holds issues whose holdings are still to be built: the last to be built is the first one. */
export async function lacksHoldings(db: Db): Promise<boolean> {
  const [row] = await db.execute<{ lacks: boolean }>(sql`select exists (
    select 1 from (select id from issues order by id limit 1) i where not exists (select 1 from issue_holdings h where h.issue_id = i.id)) as lacks`)
  return row?.lacks ?? false
}

/** The next issues to be built, from the latest back, locked, so that no move of theirs comes between. */
export async function lockUnheld(db: Db, below: number | null, limit: number, anew: boolean): Promise<number[]> {
  const rows = await db.execute<{ id: string }>(sql`select i.id from issues i
    where ${below === null ? sql`true` : sql`i.id < ${below}`} and (${anew} or not exists (select 1 from issue_holdings h where h.issue_id = i.id))
    order by i.id desc limit ${limit} for no key update`)
  return rows.map(({ id }) => Number(id))
}

/** Every event of these issues, in order, issue by issue. */
export async function eventsOf(db: Db, issueIds: number[]): Promise<LoggedEvent[]> {
  return db.execute<LoggedEvent>(sql`select issue_id::int as "issueId", move, from_state as "from", to_state as "to", to_json(at) #>> '{}' as at, person_id::int as "personId", role, unit, payload
    from issue_events where issue_id = any(${`{${issueIds.join(',')}}`}::bigint[]) order by issue_id, seq`)
}

export async function dropHoldings(db: Db, issueIds: number[]): Promise<void> {
  await db.execute(sql`delete from issue_holdings where issue_id = any(${`{${issueIds.join(',')}}`}::bigint[])`)
}
