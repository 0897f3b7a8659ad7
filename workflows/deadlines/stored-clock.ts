import type { Calendar } from './calendar.ts'
import { endOfWorkingDay, localDate } from './calendar.ts'
import type { Due, Pause } from './working-time.ts'
import { dueWithPauses } from './working-time.ts'

/** What of a clock's row its date follows from. */
export type Terms = { policyCode: string; amount: number; amountUnit: 'day' | 'hour'; convention: 'A' | 'B' | 'C' }
export type StoredClock = Terms & { startedAt: Date; extensionDays: number; firstDueAt: Date }

/** A day that a person chose stands as the clock's first date, and follows from no term. */
export const isChosenDay = ({ policyCode }: Pick<Terms, 'policyCode'>) => policyCode.endsWith('.dueOn')

/**
 * The same computation that gave a stored deadline, with its steps: «why this date». A day that a person chose
 * (`….dueOn`) is not counted: it is that day, or the next on which somebody works; an extension counts on from there.
 */
export function dueOf(clock: StoredClock, pauses: readonly Pause[], calendar: Calendar): Due {
  const { startedAt, amount, amountUnit, convention, extensionDays } = clock
  if (isChosenDay(clock)) {
    const due = endOfWorkingDay(localDate(clock.firstDueAt, calendar), calendar)
    if (extensionDays > 0) return dueWithPauses({ start: due, amount: extensionDays, unit: 'day', convention: 'A', calendar, pauses: [] })
    return { due, dueOn: localDate(due, calendar), steps: [] }
  }
  return dueWithPauses({ start: startedAt, amount, unit: amountUnit, convention, calendar, pauses, extensionDays })
}
