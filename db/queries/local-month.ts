import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** The first midnight of the month in Hanoi's calendar: hours past it, UTC still counts the month before. */
export const monthStart = (instant: SQLWrapper): SQL =>
  sql`date_trunc('month', ${instant} at time zone 'Asia/Ho_Chi_Minh')`

/** Midnight in Hanoi with which a day begins, yyyy-MM-dd. */
export const startOfDay = (day: string): SQL => sql`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`

/** In this month of Hanoi's calendar, yyyy-MM. A month is added to a date: added to an instant, it would be one of UTC's. */
export const inMonth = (instant: SQLWrapper, month: string): SQL =>
  sql`${instant} >= ${startOfDay(`${month}-01`)} and ${beforeEndOf(instant, month)}`

export const beforeEndOf = (instant: SQLWrapper, month: string): SQL =>
  sql`${instant} < ((${`${month}-01`}::date + interval '1 month') at time zone 'Asia/Ho_Chi_Minh')`

/** Received in these days of Hanoi's calendar, both included; an open end goes on. The bounds are instants, which an index knows. */
export const receivedBetween = (receivedAt: SQLWrapper, from: string | undefined, to: string | undefined): SQL | undefined => {
  const parts = [from && sql`${receivedAt} >= ${startOfDay(from)}`, to && sql`${receivedAt} < ${startOfDay(to)} + interval '1 day'`].filter((part) => part !== undefined && part !== '')
  return parts.length ? sql.join(parts as SQL[], sql` and `) : undefined
}
