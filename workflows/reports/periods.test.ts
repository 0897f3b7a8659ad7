import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOf, dayNumber } from '#workflows/deadlines/local-day.ts'
import { daysOf, monthsUpTo, runningAndBefore } from './periods.ts'

const day = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2099-12-31') }).map(dateOf)
const running = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const)

test.each([
  ['month', '2024-02-10', '2024-02-01', '2024-02-29'],
  ['month', '2024-12-31', '2024-12-01', '2024-12-31'],
  ['quarter', '2024-04-05', '2024-04-01', '2024-06-30'],
  ['quarter', '2024-12-01', '2024-10-01', '2024-12-31'],
  ['year', '2024-04-05', '2024-01-01', '2024-12-31'],
] as const)('the %s of %s is %s to %s', (period, today, from, to) => {
  expect(daysOf(period, today)).toEqual({ from, to })
})

test('months go back over the turn of a year', () => {
  expect(monthsUpTo('2024-02-29', 3)).toEqual(['2023-12', '2024-01', '2024-02'])
})

test('all has no ends', () => {
  expect(daysOf('all', '2024-04-05')).toEqual({})
})

test.each([
  ['month', '2024-04-05', ['2024-04-01', '2024-04-05'], ['2024-03-01', '2024-03-05']],
  ['month', '2024-03-31', ['2024-03-01', '2024-03-31'], ['2024-02-01', '2024-02-29']],
  ['month', '2024-01-20', ['2024-01-01', '2024-01-20'], ['2023-12-01', '2023-12-20']],
  ['quarter', '2024-05-15', ['2024-04-01', '2024-05-15'], ['2024-01-01', '2024-02-15']],
  ['year', '2024-04-05', ['2024-01-01', '2024-04-05'], ['2023-01-01', '2023-04-05']],
  ['year', '2024-02-29', ['2024-01-01', '2024-02-29'], ['2023-01-01', '2023-02-28']],
] as const)('the %s that runs on %s stands beside as much of the one before', (period, today, now, before) => {
  const found = runningAndBefore(period, today)
  expect([found.now, found.before]).toEqual([now, before].map(([from, to]) => ({ from, to })))
})

test('on any day the period before is over before the running one begins', () => {
  fc.assert(
    fc.property(running, day, (period, today) => {
      const { now, before } = runningAndBefore(period, today)
      expect(before.from <= before.to && before.to < now.from && now.from <= now.to).toBe(true)
      const whole = daysOf(period, today)
      expect(whole.from! <= today && today <= whole.to!).toBe(true)
    }),
  )
})
