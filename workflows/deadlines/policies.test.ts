import { describe, expect, test } from 'vitest'
import type { DeadlinePolicy } from './policies.ts'
import { defaultPolicies, policyFor } from './policies.ts'

const today = '2024-04-05'

describe('the default policies', () => {
  test.each([
    ['receive', null, 8, 'hour'],
    ['receive', 'urgent', 4, 'hour'],
    ['accept', 'simple', 1, 'day'],
    ['forward', null, 5, 'day'],
    ['opinion', 'severalUnits', 5, 'day'],
    ['approval', null, 2, 'day'],
    ['answer', 'simple', 10, 'day'],
    ['answer', 'severalUnits', 15, 'day'],
    ['answer', 'urgent', 5, 'day'],
    ['enterprise', null, 10, 'day'],
    ['verdict', null, 15, 'day'],
    ['reopen', 'urgent', 15, 'day'],
  ] as const)('give %s, class %s: %d %s', (clock, deadlineClass, amount, unit) => {
    expect(policyFor(defaultPolicies, clock, deadlineClass, today)).toMatchObject({ amount, unit, convention: 'A' })
  })

  test('give no term for an answer before the issue is classed', () => {
    expect(policyFor(defaultPolicies, 'answer', null, today)).toBeUndefined()
  })

  test('have one code each and say what they rest on', () => {
    expect(new Set(defaultPolicies.map(({ code }) => code)).size).toBe(defaultPolicies.length)
    expect(defaultPolicies.every(({ legalBasis }) => legalBasis.length > 20)).toBe(true)
  })
})

describe('a policy with validity dates', () => {
  const policy = (code: string, validFrom: string | null, validTo: string | null): DeadlinePolicy => ({
    code, clock: 'answer', class: 'simple', amount: 7, unit: 'day', convention: 'A', validFrom, validTo, legalBasis: '',
  })
  const policies = [
    policy('first', null, '2024-06-30'),
    policy('second', '2024-07-01', '2024-12-31'),
    policy('third', '2024-12-01', null),
  ]

  test.each([
    ['2020-01-01', 'first'],
    ['2024-06-30', 'first'],
    ['2024-07-01', 'second'],
    ['2024-12-01', 'third'],
    ['2030-01-01', 'third'],
  ])('on %s the %s holds', (date, code) => {
    expect(policyFor(policies, 'answer', 'simple', date)?.code).toBe(code)
  })

  test('none holds before the first begins', () => {
    expect(policyFor(policies.slice(1), 'answer', 'simple', '2024-06-30')).toBeUndefined()
  })
})
