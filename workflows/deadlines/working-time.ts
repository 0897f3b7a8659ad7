import type { Calendar } from './calendar.ts'
import { instantOf } from './calendar.ts'
import type { Moment } from './clockwork.ts'
import { momentOf, received, runOn, workingClock, workingDaysAfter } from './clockwork.ts'
import { dateOf } from './local-day.ts'
import type { CountedPauses, Pause } from './pauses.ts'
import { countPauses } from './pauses.ts'
import type { Step } from './steps.ts'
import { countedDaySteps, dueStep, runningSteps, startSteps } from './steps.ts'

export type { Pause } from './pauses.ts'
export type { ReasonKey, Step, StepReason } from './steps.ts'

/**
 * How a term in working days is counted; a term in hours always runs from the instant.
 *
 * - `A`, the default and the practice of Hanoi's offices: the day of receipt does not count, the term ends at closing
 *   time of the n-th working day after it (Bộ luật Dân sự 2015, Điều 147 khoản 2: the first day of a period in days
 *   is not counted).
 * - `B`: the day of receipt is day one, so the term ends one working day earlier than under A. For offices whose
 *   own rules count «kể từ ngày nhận»; it departs from Điều 147 and so must be chosen on purpose.
 * - `C`: the term runs from the instant of receipt to the same time of day n working days later, which is n × 8
 *   working hours. For counters that stamp the minute and promise a time, not a date.
 */
export type Convention = 'A' | 'B' | 'C'

export type Term = { start: Date; amount: number; unit: 'day' | 'hour'; convention: Convention; calendar: Calendar }

export type PausedTerm = Term & { pauses: readonly Pause[]; extensionDays?: number }

export type Due = {
  /** The last instant at which an answer is in time. */
  due: Date
  /** Its local date, yyyy-MM-dd. */
  dueOn: string
  steps: Step[]
}

/** About ten years: no term of office is longer, and a figure from outside must not keep the process counting. */
export const longestTerm = { day: 2_500, hour: 20_000 } as const

/**
 * When a term ends. What arrives after closing time (17:00) or on an off day counts as received at the opening of the
 * next working day; 17:00 itself is in time. A term in days ends at closing time, not at midnight: see
 * `endOfWorkingDay`.
 *
 * Throws RangeError for an invalid instant or one outside 1976–2199, for an amount that is not positive or above
 * `longestTerm`, and for a fraction of a day: callers check input first.
 */
export const addWorkingTime = (term: Term): Due => dueWithPauses({ ...term, pauses: [] })

/**
 * The same, pushed out by an extension in working days and by the working time of the pauses. Where days are counted
 * (A, B) the pauses are summed and the sum rounded up to whole working days, once, in favour of the unit that could
 * not work; where time runs (C, hours) they push to the millisecond. The extension is granted first, so a pause
 * within it counts too.
 */
export const dueWithPauses = (term: PausedTerm): Due => {
  refuseImpossible(term)
  const arrival = momentOf(term.calendar, term.start)
  const from = received(term.calendar, arrival)
  return term.unit === 'day' && term.convention !== 'C'
    ? countDays(term, arrival, from)
    : runHours(term, arrival, from)
}

/**
 * Working milliseconds from `a` to `b`, negative when `b` is the earlier one. Being signed it is additive for any
 * three instants, and time left and time overdue are one figure. Its cost does not grow with the span.
 */
export const workingTimeBetween = (a: Date, b: Date, calendar: Calendar): number =>
  workingClock(calendar, momentOf(calendar, b)) - workingClock(calendar, momentOf(calendar, a))

const countDays = (term: PausedTerm, arrival: Moment, from: Moment): Due => {
  const { calendar, amount, extensionDays = 0 } = term
  const startDayCounts = term.convention === 'B'
  const dayZero = startDayCounts ? from.day - 1 : from.day
  const wholeDays = (paused: number) => Math.ceil(paused / calendar.dayLength)
  const dueAfter = (paused: number): Moment => ({
    day: workingDaysAfter(calendar, dayZero, amount + extensionDays + wholeDays(paused)),
    time: calendar.closing,
  })
  // Under A nothing of the day of receipt is counted, so a pause on that day takes nothing away.
  const countingFrom = startDayCounts ? from : { day: from.day, time: calendar.closing }
  const pauses = countPauses(calendar, term.pauses, countingFrom, dueAfter)
  const due = dueAfter(pauses.workingTime)
  const counted = { term: amount, paused: wholeDays(pauses.workingTime) }
  const start = startSteps(calendar, arrival, from, startDayCounts ? 'startDayCounted' : 'startDayNotCounted')
  const days = countedDaySteps(calendar, dayZero + 1, due.day, counted)
  return asDue(calendar, due, [...start, ...inOrder(pauses, days), dueStep(due, 'endOfWorkingDay')])
}

const runHours = (term: PausedTerm, arrival: Moment, from: Moment): Due => {
  const { calendar, amount, unit, extensionDays = 0 } = term
  const days = (unit === 'day' ? amount : 0) + extensionDays
  const hours = unit === 'hour' ? Math.round(amount * 3_600_000) : 0
  const dueAfter = (paused: number): Moment => {
    const pausedDays = Math.floor(paused / calendar.dayLength)
    return runOn(calendar, from, days + pausedDays, hours + paused - pausedDays * calendar.dayLength)
  }
  const pauses = countPauses(calendar, term.pauses, from, dueAfter)
  const due = dueAfter(pauses.workingTime)
  const start = startSteps(calendar, arrival, from, 'runsFromInstant')
  const passed = inOrder(pauses, runningSteps(calendar, from, due))
  return asDue(calendar, due, [...start, ...passed, dueStep(due, 'timeOfDay')])
}

const inOrder = (pauses: CountedPauses, days: Step[]): Step[] =>
  [...pauses.steps, ...days].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

const asDue = (calendar: Calendar, { day, time }: Moment, steps: Step[]): Due => ({
  due: instantOf(calendar, day, time),
  dueOn: dateOf(day),
  steps,
})

// The fixed offset of the calendar holds from mid 1975; the upper bound keeps dates at four digits of year.
const countable = (instant: Date): boolean => {
  const year = instant.getUTCFullYear()
  return year >= 1976 && year < 2200
}

const refuseImpossible = ({ start, amount, unit, extensionDays = 0, pauses }: PausedTerm): void => {
  if (!countable(start) || !pauses.every(({ from, to }) => countable(from) && countable(to))) {
    throw new RangeError('an instant lies outside the years that can be counted')
  }
  const possible = amount > 0 && amount <= longestTerm[unit] && (unit === 'hour' || Number.isInteger(amount))
  if (!possible) throw new RangeError(`not a term that can be counted: ${amount} ${unit}`)
  if (!Number.isInteger(extensionDays) || extensionDays < 0 || extensionDays > longestTerm.day) {
    throw new RangeError(`not an extension that can be counted: ${extensionDays}`)
  }
}
