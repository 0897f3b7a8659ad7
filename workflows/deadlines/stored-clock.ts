import type { Calendar } from './calendar.ts'
import { endOfWorkingDay, localDate } from './calendar.ts'
import type { Due, Pause } from './working-time.ts'
import { dueWithPauses } from './working-time.ts'

/** What of a clock's row its date follows from. */
export type Terms = { policyCode: string; amount: number; amountUnit: 'day' | 'hour'; convention: 'A' | 'B' | 'C' }
export type StoredClock = Terms & { startedAt: Date; extensionDays: number; firstDueAt: Date }

/**
 * The same computation that gave a stored deadline, with its steps: «why this date». A day that a person chose
 * (`….dueOn`) is not counted: it is that day, or the next on which somebody works.
 */
export function dueOf(clock: StoredClock, pauses: readonly Pause[], calendar: Calendar): Due {
  const { startedAt, amount, amountUnit, convention, extensionDays } = clock
  if (clock.policyCode.endsWith('.dueOn')) {
    const due = endOfWorkingDay(localDate(clock.firstDueAt, calendar), calendar)
    return { due, dueOn: localDate(due, calendar), steps: [] }
  }
  return dueWithPauses({ start: startedAt, amount, unit: amountUnit, convention, calendar, pauses, extensionDays })
}
