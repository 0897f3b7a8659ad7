import type { Calendar } from '#workflows/deadlines/calendar.ts'
import { workingTimeBetween } from '#workflows/deadlines/working-time.ts'
import { isSameHolding, standsOf, type Holder, type Stand } from './holdings.ts'
import type { StoredEvent } from './replay.ts'

type Interval = Holder & {
  from: Date
  to: Date
  workingMinutes: number
  /** Before the first answer was issued: the part that the term to answer is about. */
  beforeAnswer: boolean
}
export type Elapsed = { intervals: Interval[]; workingMinutes: number; ended: boolean }

const minute = 60_000

/**
 * Splits the time from receipt to the end of an issue, or to `now` while it is open, among those who had it. Neighbouring
 * stretches of one holder are one interval; the intervals touch and never overlap. Minutes are cut from the running
 * total, not from each interval, so that they sum to the minutes between receipt and end to the last one.
 * `undefined` where the log does not replay, and a log that was tampered with is not measured.
 */
export function elapsedByParty(events: readonly StoredEvent[], calendar: Calendar, now: Date): Elapsed | undefined {
  const stands = standsOf(events)
  const first = stands?.[0]
  const last = stands?.at(-1)
  if (!stands || !first || !last) return undefined
  const ended = last.party === 'nobody'
  const end = ended ? last.from : later(last.from, now)
  const minutesUntil = (instant: Date) => Math.floor(workingTimeBetween(first.from, instant, calendar) / minute)
  const intervals = joined(stands, end).map((one) => ({
    ...one, workingMinutes: minutesUntil(one.to) - minutesUntil(one.from),
  }))
  return { intervals, workingMinutes: minutesUntil(end), ended }
}

const later = (a: Date, b: Date) => (a > b ? a : b)

type Joined = Omit<Interval, 'workingMinutes'>

function joined(stands: readonly Stand[], end: Date): Joined[] {
  const intervals: Joined[] = []
  for (const [index, { from, ...held }] of stands.entries()) {
    const to = stands[index + 1]?.from ?? end
    const last = intervals.at(-1)
    if (last && isSameHolding(last, held)) last.to = to
    else if (to > from) intervals.push({ ...held, from, to })
  }
  return intervals
}

/** What each holder had in all, in the order in which they first had it. */
export function sumsByHolder(intervals: readonly Interval[]): (Holder & { workingMinutes: number; answerMinutes: number })[] {
  const sums = new Map<string, Holder & { workingMinutes: number; answerMinutes: number }>()
  for (const { party, unit, workingMinutes, beforeAnswer } of intervals) {
    const key = `${party} ${unit}`
    const sum = sums.get(key) ?? { party, unit, workingMinutes: 0, answerMinutes: 0 }
    sums.set(key, {
      ...sum,
      workingMinutes: sum.workingMinutes + workingMinutes,
      answerMinutes: sum.answerMinutes + (beforeAnswer ? workingMinutes : 0),
    })
  }
  return [...sums.values()]
}
