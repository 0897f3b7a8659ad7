import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCalendar } from './calendar.ts'
import { workingDaysBack } from './working-days-back.ts'
import { workingTimeBetween } from './working-time.ts'

const calendar = makeCalendar([
  { date: '2024-04-18', kind: 'holiday', name: 'Giỗ Tổ' },
  { date: '2024-04-29', kind: 'swap_off', name: 'Hoán đổi' },
  { date: '2024-05-04', kind: 'workday', name: 'Làm bù' },
])

test('so many working days back from an instant lies the earliest one from which no more have passed', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 120 * 86_400_000 }), fc.integer({ min: 1, max: 60 }), (after, days) => {
    const now = new Date(Date.parse('2024-03-01T00:00:00Z') + after)
    const then = workingDaysBack(calendar, now, days)
    expect(workingTimeBetween(then, now, calendar)).toBe(days * calendar.dayLength)
    expect(workingTimeBetween(new Date(then.getTime() - 1), now, calendar)).toBeGreaterThan(days * calendar.dayLength)
  }))
})

test('five working days before a Monday noon are the Monday before, a holiday between one more', () => {
  expect(workingDaysBack(calendar, new Date('2024-04-15T12:00:00+07:00'), 5)).toEqual(new Date('2024-04-08T12:00:00+07:00'))
  expect(workingDaysBack(calendar, new Date('2024-04-22T12:00:00+07:00'), 5)).toEqual(new Date('2024-04-12T12:00:00+07:00'))
})
