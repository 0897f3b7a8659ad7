import { makeCalendar, localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import { defaultPolicies, policyFor, type DeadlineClass, type DeadlineClock, type DeadlinePolicy } from '#workflows/deadlines/policies.ts'
import { addWorkingTime } from '#workflows/deadlines/working-time.ts'
import type { Db } from '#db/client.ts'
import { calendarDays, deadlinePolicies } from '#db/schema/index.ts'

export type Rules = { calendar: Calendar; policies: DeadlinePolicy[] }

let cached: { rules: Rules; until: number } | undefined

/** Calendar and deadline policies as they stand in this very transaction. */
export async function readRules(db: Db): Promise<Rules> {
  const [days, policies] = await Promise.all([
    db.select({ date: calendarDays.date, kind: calendarDays.kind, name: calendarDays.name }).from(calendarDays),
    db.select().from(deadlinePolicies),
  ])
  return { calendar: makeCalendar(days), policies: policies as unknown as DeadlinePolicy[] }
}

/** The same, held for two seconds: they change a few times a year and every move asks. */
export async function rulesOf(db: Db): Promise<Rules> {
  if (cached && cached.until > Date.now()) return cached.rules
  const rules = await readRules(db)
  cached = { rules, until: Date.now() + 2000 }
  return rules
}

/** After an edit in this process; the others follow when their two seconds are over. */
export const forgetRules = () => {
  cached = undefined
}

/**
 * The policy for a clock at an instant; where the register has none, for a clock younger than its data, the house's own.
 * A class that neither knows cannot be promised a date: a bug of its set-up.
 */
export function policyAt(rules: Rules, clock: DeadlineClock, deadlineClass: DeadlineClass | null, at: Date): DeadlinePolicy {
  const on = localDate(at, rules.calendar)
  const policy = policyFor(rules.policies, clock, deadlineClass, on) ?? policyFor(defaultPolicies, clock, deadlineClass, on)
  if (!policy) throw new Error(`no deadline policy for ${clock} (${deadlineClass ?? 'any class'})`)
  return policy
}

export const dueBy = (rules: Rules, { amount, unit, convention }: DeadlinePolicy, start: Date) =>
  addWorkingTime({ start, amount, unit, convention, calendar: rules.calendar })

/** Now, and the end of the second working day from now: what falls due until then is «due soon». */
export const horizonOf = ({ calendar }: Rules, now: Date) => ({
  now,
  soon: addWorkingTime({ start: now, amount: 2, unit: 'day', convention: 'A', calendar }).due,
})
