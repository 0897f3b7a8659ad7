import type { Calendar } from './calendar.ts'
import type { DeadlineClass } from './policies.ts'
import type { StoredClock, Terms } from './stored-clock.ts'
import { dueOf, isChosenDay } from './stored-clock.ts'
import type { Due, Pause } from './working-time.ts'

export type RunningClock = StoredClock & { id: number; clock: string; unit: string | null; dueAt: Date }

/** Of a pause that still lasts `to` is its bound, and the bound is the date of the enterprise's own clock. */
export type KnownPause = Pause & { lasting: boolean }

export type IssueClocks = { deadlineClass: DeadlineClass; clocks: readonly RunningClock[]; pauses: readonly KnownPause[] }

/** Rules as they are and as they shall be; `termsOf` names a clock's new terms where they change. */
export type RuleChange = {
  now: Calendar
  next: Calendar
  termsOf?: (clock: string, deadlineClass: DeadlineClass) => Terms | undefined
}

export type MovedClock = { clock: RunningClock; terms: Terms; dueAt: Date; dueOn: string }

/**
 * The running clocks of one issue whose date another rule would move. A clock whose stored date is not the one its terms
 * give was set by a person and stands.
 */
export function recount({ deadlineClass, clocks, pauses }: IssueClocks, change: RuleChange): MovedClock[] {
  const movedClock = (clock: RunningClock, before: readonly Pause[], after: readonly Pause[]): MovedClock[] => {
    if (knownDue(clock, before, change.now).due.getTime() !== clock.dueAt.getTime()) return []
    const terms = (isChosenDay(clock) ? undefined : change.termsOf?.(clock.clock, deadlineClass)) ?? clock
    const { due: dueAt, dueOn } = knownDue({ ...clock, ...termsOnly(terms) }, after, change.next)
    return dueAt.getTime() === clock.dueAt.getTime() ? [] : [{ clock, terms: termsOnly(terms), dueAt, dueOn }]
  }
  const others = clocks.filter(({ clock }) => clock !== 'answer').flatMap((clock) => movedClock(clock, [], []))
  const bound = others.find(({ clock }) => clock.clock === 'enterprise')?.dueAt
  const after = pauses.map((pause) => (pause.lasting && bound ? { ...pause, to: bound } : pause))
  const answers = clocks.filter(({ clock }) => clock === 'answer').flatMap((clock) => movedClock(clock, pauses, after))
  return [...answers, ...others]
}

const termsOnly = ({ policyCode, amount, amountUnit, convention }: Terms): Terms => ({ policyCode, amount, amountUnit, convention })

const dues = new WeakMap<Calendar, Map<string, Due>>()

/** An annex gives thousands of issues one clock: each different one is computed once a calendar. */
function knownDue(clock: StoredClock, pauses: readonly Pause[], calendar: Calendar): Due {
  const { policyCode, startedAt, amount, amountUnit, convention, extensionDays, firstDueAt } = clock
  const key = JSON.stringify([policyCode, startedAt, amount, amountUnit, convention, extensionDays, firstDueAt, pauses])
  const known = dues.get(calendar) ?? new Map<string, Due>()
  const due = known.get(key) ?? dueOf(clock, pauses, calendar)
  dues.set(calendar, known.set(key, due))
  return due
}
