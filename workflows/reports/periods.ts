import { dateOf, dayNumber } from '#workflows/deadlines/local-day.ts'

/** Periods that move on with the calendar. Whole months, also what of them is still to come: a report links on into months. */
export const periods = ['month', 'quarter', 'year', 'all'] as const
export type Period = (typeof periods)[number]
export const isPeriod = (name: unknown): name is Period => (periods as readonly unknown[]).includes(name)

/** Days as yyyy-MM-dd, both included; an open end goes on. */
export type Days = { from?: string; to?: string }

const lengths: Record<Exclude<Period, 'all'>, number> = { month: 1, quarter: 3, year: 12 }

/** The first day of the month so many months before or after that of `day`. */
export function monthFrom(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}

/** Months as yyyy-MM, so many, the last one that of `day`. */
export const monthsUpTo = (day: string, many: number): string[] =>
  Array.from({ length: many }, (_, at) => monthFrom(day, at + 1 - many).slice(0, 7))

/** The month, quarter or year in which a day lies. */
export function daysOf(period: Period, today: string): Days {
  if (period === 'all') return {}
  const length = lengths[period]
  const from = monthFrom(today, -((Number(today.slice(5, 7)) - 1) % length))
  return { from, to: dateOf(dayNumber(monthFrom(from, length)) - 1) }
}

/** The same day so many months earlier, or the last one of a shorter month: 29 February for 31 March. */
function monthsBefore(day: string, months: number): string {
  const first = monthFrom(day, -months)
  const last = dayNumber(monthFrom(day, 1 - months)) - 1
  return dateOf(Math.min(dayNumber(first) + Number(day.slice(8)) - 1, last))
}

/** A running period up to today beside as much of the one before, so that neither had more time; of a year, the same days a year ago. */
export function runningAndBefore(period: Exclude<Period, 'all'>, today: string): { now: Required<Days>; before: Required<Days> } {
  const from = daysOf(period, today).from!
  const length = lengths[period]
  return { now: { from, to: today }, before: { from: monthFrom(from, -length), to: monthsBefore(today, length) } }
}
