import type { Calendar } from './calendar.ts'
import { isWorking, nextWorkingDay } from './calendar.ts'
import { dayMs, weekdaysBefore } from './local-day.ts'

/** A day number and the milliseconds since its local midnight. */
export type Moment = { day: number; time: number }

export const momentOf = (calendar: Calendar, instant: Date): Moment => {
  const local = instant.getTime() + calendar.utcOffset
  const day = Math.floor(local / dayMs)
  return { day, time: local - day * dayMs }
}

/** Working milliseconds of a working day that lie before a time of day. */
const workedBefore = (calendar: Calendar, time: number): number =>
  calendar.opening.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(time, to) - from), 0)

const exceptionsBefore = (calendar: Calendar, day: number): number => {
  let low = 0
  let high = calendar.exceptions.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((calendar.exceptions[middle]?.day ?? day) < day) low = middle + 1
    else high = middle
  }
  return calendar.exceptions[low - 1]?.sum ?? 0
}

/**
 * A clock that only runs in working hours. Its zero is arbitrary: the difference of two readings is the working time
 * between two moments, which makes that time additive by construction, and costs the same for a day and a decade.
 */
export const workingClock = (calendar: Calendar, { day, time }: Moment): number => {
  const workingDays = weekdaysBefore(day) + exceptionsBefore(calendar, day)
  return workingDays * calendar.dayLength + (isWorking(calendar, day) ? workedBefore(calendar, time) : 0)
}

export const workingDaysAfter = (calendar: Calendar, day: number, count: number): number => {
  let reached = day
  for (let left = count; left > 0; left--) reached = nextWorkingDay(calendar, reached)
  return reached
}

/** The first time of day at which that much of a working day is behind us; `worked` is above 0. */
const timeAfter = (calendar: Calendar, worked: number): number => {
  let left = worked
  for (const { from, to } of calendar.opening) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  return calendar.closing
}

/**
 * Whole working days keep the time of day; what is left runs on to the first moment at which it has passed, so that
 * eight hours from opening end at closing, not at the next opening. `from` lies in working hours.
 */
export const runOn = (calendar: Calendar, from: Moment, days: number, rest: number): Moment => {
  const day = workingDaysAfter(calendar, from.day, days)
  if (rest === 0) return { day, time: from.time }
  const total = workedBefore(calendar, from.time) + rest
  const fullDays = Math.ceil(total / calendar.dayLength) - 1
  return {
    day: workingDaysAfter(calendar, day, fullDays),
    time: timeAfter(calendar, total - fullDays * calendar.dayLength),
  }
}

/** When an arrival counts as received: at once, or at the next opening. Closing time itself is in time. */
export const received = (calendar: Calendar, arrival: Moment): Moment => {
  const opening = calendar.opening.find(({ to }) => arrival.time <= to)
  if (opening && isWorking(calendar, arrival.day)) {
    return { day: arrival.day, time: Math.max(arrival.time, opening.from) }
  }
  return { day: nextWorkingDay(calendar, arrival.day), time: calendar.opening[0]?.from ?? 0 }
}
