import type { Calendar } from './calendar.ts'
import { localDate } from './calendar.ts'
import { dayMs, dayNumber } from './local-day.ts'
import { workingTimeBetween } from './working-time.ts'

export type DaysLeft = { late: boolean; days: number }

/**
 * How far a deadline is, in working days as people count them: those after today up to the day it falls on, 0 today.
 * Once it is past, the working days begun since; 0 from closing time until the office next opens.
 */
export function daysLeft(due: Date, now: Date, calendar: Calendar): DaysLeft {
  if (now > due) return { late: true, days: Math.ceil(workingTimeBetween(due, now, calendar) / calendar.dayLength) }
  const midnight = new Date((dayNumber(localDate(now, calendar)) + 1) * dayMs - calendar.utcOffset)
  return { late: false, days: Math.max(0, Math.ceil(workingTimeBetween(midnight, due, calendar) / calendar.dayLength)) }
}
