import { z } from 'zod'
import { deadlineClasses } from '#workflows/resolution/moves.ts'
import type { DeadlineClock } from '#workflows/deadlines/policies.ts'
import { longestTerm } from '#workflows/deadlines/working-time.ts'
import { day, inOrder, maybeDay, ticked, words } from './fields.ts'

export const policyClocks = ['receive', 'accept', 'forward', 'opinion', 'approval', 'answer', 'enterprise', 'verdict', 'reopen', 'extension'] as const satisfies DeadlineClock[]
export const conventions = ['A', 'B', 'C'] as const

/** Clocks that know how urgent or wide an issue is; the others have one term for all. */
const classed: readonly string[] = ['receive', 'answer']

export const policyForm = z.object({
  clock: z.enum(policyClocks, 'choose'),
  class: z.preprocess((value) => (value === '' ? undefined : value), z.enum(deadlineClasses, 'choose').optional()).transform((one) => one ?? null),
  amount: z.coerce.number('number').int('number').min(1, 'number').max(longestTerm.hour, 'number'),
  unit: z.enum(['day', 'hour'], 'choose'),
  convention: z.enum(conventions, 'choose'),
  validFrom: day,
  validTo: maybeDay,
  legalBasis: words(1000),
  applyToOpen: ticked,
  confirmed: ticked,
}).superRefine((policy, ctx) => {
  inOrder(policy, ctx)
  const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
  if (policy.class !== null && !classed.includes(policy.clock)) wrong('class', 'admin:invalid.noClass')
  if (policy.class === null && policy.clock === 'answer') wrong('class', 'choose')
  if (policy.clock === 'extension' && policy.unit !== 'day') wrong('unit', 'admin:invalid.extensionInDays')
  if (policy.amount > longestTerm[policy.unit]) wrong('amount', 'admin:invalid.tooLongTerm')
})
export type PolicyInput = z.output<typeof policyForm>
export type PolicyTerm = Omit<PolicyInput, 'applyToOpen' | 'confirmed'>
