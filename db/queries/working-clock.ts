import { sql, type SQL } from 'drizzle-orm'
import type { Calendar } from '#workflows/deadlines/calendar.ts'

const dayMs = 86_400_000
/** Before any day of a calendar, so that each day falls into a bucket. */
const never = -1_000_000
/** No office is closed for more days on end. */
const longestBreak = 60

/**
 * Working milliseconds between two columns by this calendar: `workingTimeBetween` as an expression, for sums and percentiles
 * over many rows. The days that differ from the plain week go along as two arrays, which are searched, not joined.
 */
export const workedBetween = (calendar: Calendar, from: SQL, to: SQL): SQL => sql`(${reading(calendar, to)} - ${reading(calendar, from)})`

/** The instant with which a day of a promise ends, as `endOfWorkingDay`: at closing time, of the next working day where it is an off day. */
export function endOfDay(calendar: Calendar, date: SQL): SQL {
  const days = daysOf(calendar)
  const day = sql`(${date} - date '1970-01-01')`
  const next = sql`(select min(d) from generate_series(${day} + 1, ${day} + ${number(longestBreak)}) d where ${isWorking(sql`d`, days)})`
  const end = sql`case when ${isWorking(day, days)} then ${day} else ${next} end`
  return sql`to_timestamp((${end})::float8 * 86400 + ${number((calendar.closing - calendar.utcOffset) / 1000)})`
}

function reading(calendar: Calendar, instant: SQL): SQL {
  const local = sql`(date_part('epoch', ${instant}) * 1000 + ${number(calendar.utcOffset)})::bigint`
  const day = sql`(${local} / ${number(dayMs)})::int`
  const time = sql`(${local} % ${number(dayMs)})`
  const days = daysOf(calendar)
  const sums = array([0, ...calendar.exceptions.map(({ sum }) => sum)])
  const before = sql`width_bucket(${day} - 1, ${days})`
  const worked = sql.join(calendar.opening.map(({ from, to }) => sql`greatest(0, least(${time}, ${number(to)}) - ${number(from)})`), sql` + `)
  return sql`(((${day} + 3) / 7 * 5 + least((${day} + 3) % 7, 5) + (${sums})[${before}])::bigint * ${number(calendar.dayLength)}
    + case when ${isWorking(day, days)} then ${worked} else 0 end)`
}

const daysOf = (calendar: Calendar) => array([never, ...calendar.exceptions.map((one) => one.day)])
/** Whether a day is worked: like its weekday, but for the days that differ. */
const isWorking = (day: SQL, days: SQL) => sql`(((${day} + 3) % 7 < 5) = (width_bucket(${day} - 1, ${days}) = width_bucket(${day}, ${days})))`

const number = (value: number) => sql.raw(String(value))
/** As literals: what is known when the statement is planned is not looked up for each row. */
const array = (values: number[]) => sql.raw(`'{${values.join(',')}}'::int[]`)
