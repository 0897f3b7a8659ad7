import { sql, type SQL } from 'drizzle-orm'
import type { Calendar } from '#workflows/deadlines/calendar.ts'

const dayMs = 86_400_000
/** Before any day of a calendar, so that each day falls into a bucket. */
const never = -1_000_000

/**
 * Working milliseconds between two columns by this calendar: `workingTimeBetween` as an expression, for sums and percentiles
 * over many rows. The days that differ from the plain week go along as two arrays, which are searched, not joined.
 */
export const workedBetween = (calendar: Calendar, from: SQL, to: SQL): SQL => sql`(${reading(calendar, to)} - ${reading(calendar, from)})`

function reading(calendar: Calendar, instant: SQL): SQL {
  const local = sql`(date_part('epoch', ${instant}) * 1000 + ${number(calendar.utcOffset)})::bigint`
  const day = sql`(${local} / ${number(dayMs)})::int`
  const time = sql`(${local} % ${number(dayMs)})`
  const weekday = sql`((${day} + 3) % 7)`
  const days = array([never, ...calendar.exceptions.map((one) => one.day)])
  const sums = array([0, ...calendar.exceptions.map(({ sum }) => sum)])
  const before = sql`width_bucket(${day} - 1, ${days})`
  const isWorking = sql`((${weekday} < 5) = (${before} = width_bucket(${day}, ${days})))`
  const worked = sql.join(calendar.opening.map(({ from, to }) => sql`greatest(0, least(${time}, ${number(to)}) - ${number(from)})`), sql` + `)
  return sql`(((${day} + 3) / 7 * 5 + least(${weekday}, 5) + (${sums})[${before}])::bigint * ${number(calendar.dayLength)}
    + case when ${isWorking} then ${worked} else 0 end)`
}

const number = (value: number) => sql.raw(String(value))
/** As literals: what is known when the statement is planned is not looked up for each row. */
const array = (values: number[]) => sql.raw(`'{${values.join(',')}}'::int[]`)
