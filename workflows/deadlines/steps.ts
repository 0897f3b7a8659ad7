import type { Calendar } from './calendar.ts'
import { isWorking } from './calendar.ts'
import type { Moment } from './clockwork.ts'
import { workingClock } from './clockwork.ts'
import { clockTime, dateOf, dayMs, isWeekend } from './local-day.ts'

export type ReasonKey =
  | 'startDayNotCounted'
  | 'startDayCounted'
  | 'runsFromInstant'
  | 'afterHours'
  | 'weekend'
  | 'holiday'
  | 'swapOff'
  | 'workingDay'
  | 'workedSaturday'
  | 'pauseDay'
  | 'extensionDay'
  | 'workingTime'
  | 'pause'
  | 'endOfWorkingDay'
  | 'timeOfDay'

export type StepReason = { key: ReasonKey; params: Record<string, string | number> }

/** One line of «why this date», in order of date. The interface puts `reason` into words. */
export type Step = {
  kind: 'start' | 'movedToNextWorkingDay' | 'counted' | 'skipped' | 'paused' | 'due'
  date: string
  reason?: StepReason
}

/** How many of the counted days are the term's own and how many make up for pauses; the rest are an extension's. */
type CountedDays = { term: number; paused: number }

export const startSteps = (calendar: Calendar, arrival: Moment, from: Moment, rule: ReasonKey): Step[] => {
  const reason = { key: rule, params: { time: clockTime(arrival.time) } }
  const start: Step = { kind: 'start', date: dateOf(arrival.day), reason }
  if (arrival.day === from.day) return [start]
  const why = isWorking(calendar, arrival.day)
    ? { key: 'afterHours' as const, params: { time: clockTime(calendar.closing) } }
    : offReason(calendar, arrival.day)
  const between = daysFrom(arrival.day + 1, from.day - 1).map((day) => skipped(calendar, day))
  return [start, ...between, { kind: 'movedToNextWorkingDay', date: dateOf(from.day), reason: why }]
}

export const countedDaySteps = (calendar: Calendar, first: number, last: number, counted: CountedDays): Step[] => {
  let n = 0
  return daysFrom(first, last).map((day) => {
    if (!isWorking(calendar, day)) return skipped(calendar, day)
    n += 1
    const key = n <= counted.term ? 'workingDay' : n <= counted.term + counted.paused ? 'pauseDay' : 'extensionDay'
    return { kind: 'counted', date: dateOf(day), reason: workReason(calendar, day, key, { n }) }
  })
}

export const runningSteps = (calendar: Calendar, from: Moment, due: Moment): Step[] =>
  daysFrom(from.day, due.day).flatMap((day): Step[] => {
    if (!isWorking(calendar, day)) return [skipped(calendar, day)]
    const start = day === from.day ? from : { day, time: 0 }
    const end = day === due.day ? due : { day, time: dayMs }
    const minutes = Math.round((workingClock(calendar, end) - workingClock(calendar, start)) / 60_000)
    if (minutes === 0) return []
    return [{ kind: 'counted', date: dateOf(day), reason: workReason(calendar, day, 'workingTime', { minutes }) }]
  })

export const dueStep = (due: Moment, key: 'endOfWorkingDay' | 'timeOfDay'): Step => ({
  kind: 'due',
  date: dateOf(due.day),
  reason: { key, params: { time: clockTime(due.time) } },
})

const daysFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)

const skipped = (calendar: Calendar, day: number): Step => ({
  kind: 'skipped',
  date: dateOf(day),
  reason: offReason(calendar, day),
})

const offReason = (calendar: Calendar, day: number): StepReason => {
  const known = calendar.days.get(day)
  if (!known) return { key: 'weekend', params: {} }
  return { key: known.kind === 'swap_off' ? 'swapOff' : 'holiday', params: { name: known.name } }
}

const workReason = (calendar: Calendar, day: number, key: ReasonKey, params: Record<string, number>): StepReason => {
  const name = calendar.days.get(day)?.name
  return isWeekend(day) && name !== undefined ? { key: 'workedSaturday', params: { ...params, name } } : { key, params }
}
