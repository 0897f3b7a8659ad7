export const dayMs = 86_400_000

/** Days from 1970-01-01 to a yyyy-MM-dd date. Throws RangeError for a date that does not exist (30 February). */
export const dayNumber = (date: string): number => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN
  if (Number.isNaN(at) || dateOf(at / dayMs) !== date) throw new RangeError(`not a date: ${date}`)
  return at / dayMs
}

export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** Monday is 0; day 0, 1970-01-01, was a Thursday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7

export const isWeekend = (day: number): boolean => weekday(day) >= 5

/** Mondays to Fridays in [Monday 29 December 1969, day): only differences of two such counts mean anything. */
export const weekdaysBefore = (day: number): number => {
  const weeks = Math.floor((day + 3) / 7)
  return weeks * 5 + Math.min(weekday(day), 5)
}

/** Milliseconds from local midnight of a wall clock time, "13:30". */
export const timeOfDay = (time: string): number => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (hours === undefined || minutes === undefined) throw new RangeError(`not a time of day: ${time}`)
  return (Number(hours) * 60 + Number(minutes)) * 60_000
}

export const clockTime = (time: number): string => new Date(time).toISOString().slice(11, 16)

/** Whether what begins with a day, yyyy-MM-dd, names one that exists: JavaScript takes 31 February for 2 March. */
export function namesRealDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  return day === undefined || (!Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day))
}
