import type { Calendar } from './calendar.ts'
import { localDate } from './calendar.ts'
import type { Moment } from './clockwork.ts'
import { momentOf, workingClock } from './clockwork.ts'
import { dateOf } from './local-day.ts'
import type { Step } from './steps.ts'

/** From when the clock stood still until it ran again; for a pause that still lasts, `to` is the present. */
export type Pause = { from: Date; to: Date }

export type CountedPauses = { workingTime: number; steps: Step[] }

/**
 * The working time that pauses took from a clock which began at `from`. Overlapping pauses count once, and time before
 * the clock began not at all. A pause that begins when no working time is left counts for nothing: it would revive a
 * deadline already missed. `dueAfter` tells where the deadline stands after so much paused time.
 */
export const countPauses = (
  calendar: Calendar,
  pauses: readonly Pause[],
  from: Moment,
  dueAfter: (paused: number) => Moment,
): CountedPauses => {
  let coveredUntil = workingClock(calendar, from)
  let workingTime = 0
  const steps: Step[] = []
  for (const pause of [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const start = Math.max(coveredUntil, workingClock(calendar, momentOf(calendar, pause.from)))
    const end = workingClock(calendar, momentOf(calendar, pause.to))
    if (start >= workingClock(calendar, dueAfter(workingTime))) break
    if (end <= start) continue
    workingTime += end - start
    coveredUntil = end
    steps.push(pausedStep(calendar, pause, from.day, end - start))
  }
  return { workingTime, steps }
}

const pausedStep = (calendar: Calendar, { from, to }: Pause, firstDay: number, workingTime: number): Step => ({
  kind: 'paused',
  date: dateOf(Math.max(firstDay, momentOf(calendar, from).day)),
  reason: {
    key: 'pause',
    params: {
      from: localDate(from, calendar),
      to: localDate(to, calendar),
      minutes: Math.round(workingTime / 60_000),
    },
  },
})
