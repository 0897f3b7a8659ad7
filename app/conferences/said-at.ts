import { localDate, type Calendar } from '#workflows/deadlines/calendar.ts'

/** A desk's clock may be a little fast. */
const aheadMs = 5 * 60_000

/** When something was said by the clock of the desk, if that can be: not ahead of ours, not before the conference's day; else `now`. */
export function saidAtOf(said: string | undefined, heldOn: string, now: Date, calendar: Calendar): Date {
  const at = new Date(said ?? Number.NaN)
  if (Number.isNaN(at.getTime()) || at.getTime() > now.getTime() + aheadMs) return now
  return localDate(at, calendar) < heldOn ? now : at
}
