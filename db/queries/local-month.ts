import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** The first midnight of the month in Hanoi's calendar: hours past it, UTC still counts the month before. */
export const monthStart = (instant: SQLWrapper): SQL =>
  sql`date_trunc('month', ${instant} at time zone 'Asia/Ho_Chi_Minh')`
