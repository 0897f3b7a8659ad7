import { dueWithPauses } from '#workflows/deadlines/working-time.ts'
import { makeCalendar, type Calendar, type CalendarDay } from '#workflows/deadlines/calendar.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { clocksOver, type RunningClock } from '#db/queries/clocks-over.ts'

const dayMs = 86_400_000

/**
 * How many open issues would be due at another time if the date were that kind of day (undefined: an ordinary one).
 * Only counts. The stored dates stay until a person has them recomputed.
 */
export async function countMoved(db: Db, date: string, day: Omit<CalendarDay, 'date'> | undefined): Promise<number> {
  const { calendar } = await rulesOf(db)
  const others = [...calendar.days.values()].filter((known) => known.date !== date)
  const then = makeCalendar(day ? [...others, { date, ...day }] : others)
  const midnight = Date.parse(`${date}T00:00:00+07:00`)
  const clocks = await clocksOver(db, new Date(midnight), new Date(midnight + dayMs))
  const [before, after] = [dueIn(calendar), dueIn(then)]
  return clocks.filter((clock) => before(clock) !== after(clock)).length
}

/** An annex gives many issues one clock: each different one is computed once. */
function dueIn(calendar: Calendar) {
  const known = new Map<string, number>()
  return ({ startedAt, amount, amountUnit, convention, extensionDays, pauses }: RunningClock): number => {
    const key = JSON.stringify([startedAt, amount, amountUnit, convention, extensionDays, pauses])
    const due = known.get(key) ?? dueWithPauses({
      start: startedAt, amount, unit: amountUnit, convention, calendar, extensionDays,
      pauses: pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
    }).due.getTime()
    known.set(key, due)
    return due
  }
}
