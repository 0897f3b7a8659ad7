import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** The month of Hanoi's calendar an instant lies in, as its first midnight: an hour past it is still the month before in UTC. */
export const monthStart = (instant: SQLWrapper): SQL => sql`date_trunc('month', ${instant} at time zone 'Asia/Ho_Chi_Minh')`
