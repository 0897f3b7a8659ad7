import { instantOf, isWorking, localDate, nextWorkingDay, type Calendar } from '#workflows/deadlines/calendar.ts'
import { dateOf, dayNumber, weekday } from '#workflows/deadlines/local-day.ts'
import { isOfficeTime } from '#workflows/deadlines/reminders.ts'
import type { Role } from '#workflows/resolution/actor.ts'

/** Reports that come by mail: what a unit has before it each working day, and how the city stands each week. */
export const reportLetters = ['daily', 'weekly'] as const
export type ReportLetter = (typeof reportLetters)[number]

/** Whose roles each is for, and who gets it without having chosen. */
const audience: Record<ReportLetter, { offered: readonly Role[]; unasked: readonly Role[] }> = {
  daily: { offered: ['head', 'officer'], unasked: ['head'] },
  weekly: { offered: ['leader', 'coordinator'], unasked: ['leader'] },
}

export const rolesOffered = (letter: ReportLetter): readonly Role[] => audience[letter].offered
export const isOffered = (letter: ReportLetter, role: Role): boolean => audience[letter].offered.includes(role)
export const isWanted = (letter: ReportLetter, role: Role, chosen: boolean | undefined): boolean =>
  isOffered(letter, role) && (chosen ?? audience[letter].unasked.includes(role))

/**
 * The day a letter is of that may go out now, or nothing: in office hours only, the daily one on each working day, the
 * weekly one on the first working day of its week, known by its Monday. After a morning without workers it goes later
 * that day; a day nobody ran is not made up for.
 */
export function letterDay(letter: ReportLetter, now: Date, calendar: Calendar): string | undefined {
  if (!isOfficeTime(now, calendar)) return undefined
  const today = dayNumber(localDate(now, calendar))
  if (letter === 'daily') return dateOf(today)
  const monday = today - weekday(today)
  return firstWorking(calendar, monday) === today ? dateOf(monday) : undefined
}

const firstWorking = (calendar: Calendar, day: number): number => (isWorking(calendar, day) ? day : nextWorkingDay(calendar, day))

/** The end of a day, the last instant that is still it. */
export const endOfDay = (date: string, calendar: Calendar): Date => new Date(instantOf(calendar, dayNumber(date) + 1, 0).getTime() - 1)

/** The seven days before a Monday, as a period of receipt: both days included. */
export const weekBefore = (monday: string): { from: string; to: string } => ({ from: dateOf(dayNumber(monday) - 7), to: dateOf(dayNumber(monday) - 1) })
