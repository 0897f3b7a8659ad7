import type { Calendar } from './calendar.ts'
import { instantOf, isWorking } from './calendar.ts'
import { momentOf, workingClock } from './clockwork.ts'

/**
 * The earliest instant from which no more than so many working days have passed until `now`. What came before it is older;
 * of what nights and off days lie between two such instants, none is lost and none counted twice.
 */
export function workingDaysBack(calendar: Calendar, now: Date, count: number): Date {
  const sought = workingClock(calendar, momentOf(calendar, now)) - count * calendar.dayLength
  let { day } = momentOf(calendar, now)
  while (workingClock(calendar, { day, time: 0 }) >= sought) day -= 1
  let left = sought - workingClock(calendar, { day, time: 0 })
  if (!isWorking(calendar, day)) throw new Error('an off day adds no working time')
  for (const { from, to } of calendar.opening) {
    if (left <= to - from) return instantOf(calendar, day, from + left)
    left -= to - from
  }
  return instantOf(calendar, day, calendar.closing)
}
