import { isWorkingDay, type Calendar } from '#workflows/deadlines/calendar.ts'
import { dateOf, dayNumber } from '#workflows/deadlines/local-day.ts'
import type { DeadlinePolicy } from '#workflows/deadlines/policies.ts'
import type { Due } from '#workflows/deadlines/working-time.ts'

/** An instant of work: the number of its working day, and how far into the day. */
export type Moment = { day: number; part: number; at: Date }
export type Days = ReturnType<typeof workingDays>

const dayMs = 86_400_000
const [opening, length] = [8 * 3_600_000, 9 * 3_600_000]

/** The working days of a calendar between two dates, numbered from 0. */
export function workingDays(calendar: Calendar, from: string, to: string) {
  const dates: number[] = []
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) if (isWorkingDay(calendar, dateOf(day))) dates.push(day)
  const known = new Map<string, Due>()
  const at = (day: number, part: number): Moment => {
    const number = Math.min(day, dates.length - 1)
    return { day: number, part, at: new Date(dates[number]! * dayMs - calendar.utcOffset + opening + Math.floor(part * length)) }
  }
  return {
    count: dates.length,
    dateOf: (day: number) => dateOf(dates[day]!),
    at,
    of: (instant: Date): Moment => at(dates.findLastIndex((day) => day * dayMs - calendar.utcOffset <= instant.getTime()), 0.5),
    after: ({ day }: Moment, days: number, part: number) => at(day + days, part * 0.95),
    later: ({ day }: Moment, days: number) => at(day + days, 1).at,
    /** All that arrives within one working day is due on one: it is computed once. */
    dueOnce(policy: DeadlinePolicy, start: Date, compute: () => Due): Due {
      const key = `${policy.code} ${Math.floor((start.getTime() + calendar.utcOffset) / dayMs)}`
      const due = known.get(key) ?? compute()
      known.set(key, due)
      return due
    },
  }
}
