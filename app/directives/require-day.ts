import { Invalid } from '#app/http/errors.ts'
import { isWorkingDay, localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import { dateOf, dayNumber } from '#workflows/deadlines/local-day.ts'
import { addWorkingTime, longestTerm } from '#workflows/deadlines/working-time.ts'

/** As long as another unit has to give its opinion: nobody has to explain overnight what took a month to come about. */
const usualTerm = { amount: 5, unit: 'day', convention: 'A' } as const

export const usualDay = (at: Date, calendar: Calendar): string => addWorkingTime({ start: at, ...usualTerm, calendar }).dueOn

/** A day on which somebody works, from today on. Throws `Invalid` at `dueOn`. */
export function requireDay(dueOn: string, at: Date, calendar: Calendar): void {
  const today = localDate(at, calendar)
  const wrong = dueOn < today ? 'past' : dueOn > dateOf(dayNumber(today) + longestTerm.day) ? 'tooFar' : isWorkingDay(calendar, dueOn) ? undefined : 'dayOff'
  if (wrong) throw new Invalid({ dueOn: { key: `directives:invalid.${wrong}` } })
}
