import type { Reached } from '#app/issues/recompute-deadlines.server.ts'
import type { Rules } from '#app/issues/rules.server.ts'
import type { DeadlineClass } from '#workflows/deadlines/policies.ts'
import type { PolicyTerm } from './policy-form.ts'

/** The running clocks a new term takes over: of its kind, and of its class, where no class has a term of its own. */
export function policyChange({ calendar, policies }: Rules, policy: PolicyTerm): Reached {
  const ownTerm = new Set(policies.filter((known) => known.clock === policy.clock).map((known) => known.class))
  const takes = (deadlineClass: DeadlineClass) =>
    policy.class === deadlineClass || (policy.class === null && !ownTerm.has(deadlineClass))
  const terms = { policyCode: codeOf(policy), amount: policy.amount, amountUnit: policy.unit, convention: policy.convention }
  return {
    reach: { clock: policy.clock },
    change: { now: calendar, next: calendar, termsOf: (clock, deadlineClass) => (clock === policy.clock && takes(deadlineClass) ? terms : undefined) },
  }
}

export const codeOf = ({ clock, class: deadlineClass }: Pick<PolicyTerm, 'clock' | 'class'>) => (deadlineClass ? `${clock}.${deadlineClass}` : clock)
