import { makeCalendar, type Calendar, type CalendarDay } from '#workflows/deadlines/calendar.ts'
import type { Reached } from '#app/issues/recompute-deadlines.server.ts'

const dayMs = 86_400_000

/** The calendar with that date as that kind of day (undefined: an ordinary one), and the clocks this can reach. */
export function dayChange(now: Calendar, date: string, day: Omit<CalendarDay, 'date'> | undefined): Reached {
  const others = [...now.days.values()].filter((known) => known.date !== date)
  const midnight = Date.parse(`${date}T00:00:00Z`) - now.utcOffset
  const next = makeCalendar(day ? [...others, { date, ...day }] : others)
  return { reach: { from: new Date(midnight), to: new Date(midnight + dayMs) }, change: { now, next } }
}
