import { dateOf, dayMs, dayNumber, isWeekend, timeOfDay } from './local-day.ts'

export type CalendarDay = {
  /** yyyy-MM-dd */
  date: string
  /** `swap_off`: off because another day is worked for it; `workday`: a Saturday worked for it, a full day. */
  kind: 'holiday' | 'swap_off' | 'workday'
  name: string
}

type Opening = { from: number; to: number }

export type Calendar = {
  utcOffset: number
  opening: readonly Opening[]
  closing: number
  /** Working milliseconds in one working day. */
  dayLength: number
  days: ReadonlyMap<number, CalendarDay>
  /** Days that differ from the plain week, in order, with the sum of the differences up to and including each. */
  exceptions: readonly { day: number; sum: number }[]
}

type CalendarOptions = {
  utcOffsetMinutes?: number
  openingHours?: readonly { from: string; to: string }[]
}

// Asia/Ho_Chi_Minh has been UTC+7 without summer time since June 1975, before any date this system holds, so a
// fixed offset is exact and needs no zone database, whose age differs from one runtime to the next.
const indochinaTime = 7 * 60
const officeHours = [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }]

/**
 * A week of Monday to Friday, changed by the days given; where a date is given twice the last one holds.
 * Opening hours are the same on every working day, worked Saturdays included.
 * Throws RangeError for a date or hours that do not exist or overlap.
 */
export const makeCalendar = (days: readonly CalendarDay[], options: CalendarOptions = {}): Calendar => {
  const { utcOffsetMinutes = indochinaTime, openingHours = officeHours } = options
  const opening = openingHours.map(({ from, to }) => ({ from: timeOfDay(from), to: timeOfDay(to) }))
  const inOrder = opening.every((span, at) => span.from < span.to && span.from >= (opening[at - 1]?.to ?? 0))
  if (opening.length === 0 || !inOrder) throw new RangeError('opening hours must follow one another')
  const byDay = new Map(days.map((day) => [dayNumber(day.date), day]))
  return {
    utcOffset: utcOffsetMinutes * 60_000,
    opening,
    closing: opening.at(-1)?.to ?? dayMs,
    dayLength: opening.reduce((sum, { from, to }) => sum + to - from, 0),
    days: byDay,
    exceptions: runningSums(byDay),
  }
}

const runningSums = (days: ReadonlyMap<number, CalendarDay>) => {
  let sum = 0
  return [...days]
    .map(([day, { kind }]) => ({ day, change: Number(kind === 'workday') - Number(!isWeekend(day)) }))
    .filter(({ change }) => change !== 0)
    .sort((a, b) => a.day - b.day)
    .map(({ day, change }) => ({ day, sum: (sum += change) }))
}

export const isWorking = (calendar: Calendar, day: number): boolean => {
  const known = calendar.days.get(day)
  return known ? known.kind === 'workday' : !isWeekend(day)
}

export const isWorkingDay = (calendar: Calendar, date: string): boolean => isWorking(calendar, dayNumber(date))

/** Why nobody works on that date: the day's own name, else `'weekend'`; null on a working day. */
export const dayReason = (calendar: Calendar, date: string): string | null => {
  const day = dayNumber(date)
  return isWorking(calendar, day) ? null : (calendar.days.get(day)?.name ?? 'weekend')
}

/** The date on the wall at that instant, yyyy-MM-dd. Throws RangeError for an invalid Date. */
export const localDate = (instant: Date, calendar: Calendar): string =>
  dateOf(Math.floor((instant.getTime() + calendar.utcOffset) / dayMs))

export const instantOf = (calendar: Calendar, day: number, time: number): Date =>
  new Date(day * dayMs + time - calendar.utcOffset)

/**
 * The last moment of a deadline given as a date: closing time (17:00), not midnight, because an answer handed in at
 * a closed office reaches nobody that day. A date on which nobody works ends with the next working day
 * (Bộ luật Dân sự 2015, Điều 148 khoản 5).
 */
export const endOfWorkingDay = (date: string, calendar: Calendar): Date => {
  const day = dayNumber(date)
  return instantOf(calendar, isWorking(calendar, day) ? day : nextWorkingDay(calendar, day), calendar.closing)
}

export const nextWorkingDay = (calendar: Calendar, after: number): number => {
  for (let day = after + 1; day <= after + 366; day++) if (isWorking(calendar, day)) return day
  throw new RangeError(`the calendar has no working day within a year after ${dateOf(after)}`)
}
