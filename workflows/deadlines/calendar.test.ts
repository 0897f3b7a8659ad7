import { describe, expect, test } from 'vitest'
import { at, hanoi } from '#tests/support/hanoi-calendar.ts'
import { dayReason, endOfWorkingDay, isWorkingDay, localDate, makeCalendar } from './calendar.ts'

describe('the calendar of the shipped days', () => {
  test.each(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])('works on Saturday %s', (date) => {
    expect(isWorkingDay(hanoi, date)).toBe(true)
    expect(dayReason(hanoi, date)).toBeNull()
  })

  test.each([
    ['2024-05-05', 'weekend'],
    ['2024-04-29', 'Nghỉ hoán đổi 30/4'],
    ['2024-04-30', 'Ngày Chiến thắng'],
    ['2025-01-29', 'Tết Ất Tỵ'],
  ])('is off on %s because of %s', (date, reason) => {
    expect(isWorkingDay(hanoi, date)).toBe(false)
    expect(dayReason(hanoi, date)).toBe(reason)
  })

  test('leaves out a day that is not decided yet', () => {
    expect(isWorkingDay(hanoi, '2026-11-24')).toBe(true)
  })
})

describe('a calendar', () => {
  const plain = makeCalendar([])

  test('changes its date at midnight in Hanoi, not at midnight UTC', () => {
    expect(localDate(new Date('2024-04-05T16:59:59.999Z'), plain)).toBe('2024-04-05')
    expect(localDate(new Date('2024-04-05T17:00:00.000Z'), plain)).toBe('2024-04-06')
  })

  test('ends a working day at closing time', () => {
    expect(endOfWorkingDay('2024-04-05', plain)).toEqual(at('2024-04-05 17:00'))
  })

  test('lets a deadline written on an off day end with the next working day', () => {
    expect(endOfWorkingDay('2024-04-27', hanoi)).toEqual(at('2024-05-02 17:00'))
  })

  test('lets the last of two entries for one date hold', () => {
    const twice = makeCalendar([
      { date: '2024-04-05', kind: 'holiday', name: 'Nghỉ' },
      { date: '2024-04-05', kind: 'workday', name: 'Làm' },
    ])
    expect(isWorkingDay(twice, '2024-04-05')).toBe(true)
  })

  test('accepts other opening hours and another offset', () => {
    const elsewhere = makeCalendar([], { utcOffsetMinutes: 480, openingHours: [{ from: '07:30', to: '16:00' }] })
    expect(endOfWorkingDay('2024-04-05', elsewhere).toISOString()).toBe('2024-04-05T08:00:00.000Z')
  })

  test.each(['2024-02-30', '2024-2-3', '', 'hôm nay', '2024-13-01'])('refuses %j as a date', (date) => {
    expect(() => isWorkingDay(plain, date)).toThrow(RangeError)
  })

  test.each([
    [[]],
    [[{ from: '12:00', to: '08:00' }]],
    [[{ from: '08:00', to: '12:00' }, { from: '11:00', to: '17:00' }]],
    [[{ from: '8', to: '17:00' }]],
  ])('refuses opening hours %j', (openingHours) => {
    expect(() => makeCalendar([], { openingHours })).toThrow(RangeError)
  })

  test('says so when it would have to look for a working day for more than a year', () => {
    const days = Array.from({ length: 400 }, (_, n) => new Date(Date.UTC(2024, 3, 5 + n)).toISOString().slice(0, 10))
    const closed = makeCalendar(days.map((date) => ({ date, kind: 'holiday', name: 'Nghỉ' })))
    expect(() => endOfWorkingDay('2024-04-05', closed)).toThrow('no working day within a year')
  })
})
