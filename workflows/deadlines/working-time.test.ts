import { describe, expect, test } from 'vitest'
import deadlines from '#tests/data/deadlines.json' with { type: 'json' }
import { at, hanoi } from '#tests/support/hanoi-calendar.ts'
import type { Convention } from './working-time.ts'
import { addWorkingTime, workingTimeBetween } from './working-time.ts'

const days = (start: string, amount: number, convention: Convention = 'A') =>
  addWorkingTime({ start: at(start), amount, unit: 'day', convention, calendar: hanoi })
const hours = (start: string, amount: number) =>
  addWorkingTime({ start: at(start), amount, unit: 'hour', convention: 'A', calendar: hanoi })

describe('convention A, the start day does not count', () => {
  test.each(deadlines)('$received + $working_days working days is $due', ({ received, working_days, due }) => {
    for (const time of ['00:00', '08:00', '12:30', '17:00']) {
      expect(days(`${received} ${time}`, working_days).dueOn).toBe(due)
    }
  })

  test.each([
    ['over Tết 2025', '2025-01-24 09:00', 1, '2025-02-03'],
    ['over Tết 2026', '2026-02-13 09:00', 2, '2026-02-24'],
    ['over 30/4 with the swapped Monday', '2024-04-26 09:00', 1, '2024-05-02'],
    ['to the worked Saturday 4 May 2024', '2024-05-03 09:00', 1, '2024-05-04'],
    ['to the worked Saturday 26 April 2025', '2025-04-25 09:00', 1, '2025-04-26'],
    ['to the worked Saturday 10 January 2026', '2026-01-09 09:00', 1, '2026-01-10'],
    ['from a worked Saturday', '2024-05-04 09:00', 1, '2024-05-06'],
    ['over the end of February in a leap year', '2024-02-28 09:00', 2, '2024-03-01'],
    ['over the end of a year', '2024-12-31 09:00', 1, '2025-01-02'],
  ])('counts %s', (_, start, amount, due) => {
    expect(days(start, amount)).toMatchObject({ dueOn: due, due: at(`${due} 17:00`) })
  })

  test.each([
    ['at closing time, still that day', '2024-04-04 17:00', '2024-04-05'],
    ['a minute after closing time', '2024-04-04 17:01', '2024-04-08'],
    ['late on a Friday', '2024-04-05 20:00', '2024-04-09'],
    ['on a Saturday', '2024-04-06 09:00', '2024-04-09'],
    ['on a Sunday night', '2024-04-07 23:59', '2024-04-09'],
    ['before opening', '2024-04-04 00:10', '2024-04-05'],
    ['on a holiday', '2024-04-18 10:00', '2024-04-22'],
    ['after closing time on a worked Saturday', '2024-05-04 17:30', '2024-05-07'],
  ])('one day for what arrives %s', (_, start, due) => {
    expect(days(start, 1).dueOn).toBe(due)
  })
})

describe('convention B, the start day counts', () => {
  test.each(deadlines)('$received + $working_days is due one working day before $due', (row) => {
    const { dueOn } = days(`${row.received} 09:00`, row.working_days, 'B')
    expect(workingTimeBetween(at(`${dueOn} 17:00`), at(`${row.due} 17:00`), hanoi)).toBe(8 * 3_600_000)
  })

  test.each([
    ['in working hours', '2024-04-04 16:59', '2024-04-04'],
    ['after closing time', '2024-04-04 17:01', '2024-04-05'],
    ['on an off day', '2024-04-06 09:00', '2024-04-08'],
  ])('one day for what arrives %s', (_, start, due) => {
    expect(days(start, 1, 'B').due).toEqual(at(`${due} 17:00`))
  })
})

describe('convention C, from the instant to the same time of day', () => {
  test.each([
    ['in the morning', '2024-04-05 09:30', 1, '2024-04-08 09:30'],
    ['at opening', '2024-04-05 08:00', 2, '2024-04-09 08:00'],
    ['at closing time', '2024-04-05 17:00', 1, '2024-04-08 17:00'],
    ['at lunch, from one o’clock', '2024-04-05 12:20', 1, '2024-04-08 13:00'],
    ['after closing time, from the next opening', '2024-04-05 18:00', 1, '2024-04-09 08:00'],
    ['before Tết', '2025-01-24 15:00', 1, '2025-02-03 15:00'],
  ])('for what arrives %s', (_, start, amount, due) => {
    expect(days(start, amount, 'C').due).toEqual(at(due))
  })
})

describe('a term in hours', () => {
  test.each([
    ['within a morning', '2024-04-05 08:30', 2, '2024-04-05 10:30'],
    ['over lunch', '2024-04-05 10:00', 4, '2024-04-05 15:00'],
    ['of four hours from opening to noon', '2024-04-05 08:00', 4, '2024-04-05 12:00'],
    ['of a whole day from opening to closing', '2024-04-05 08:00', 8, '2024-04-05 17:00'],
    ['over a weekend', '2024-04-05 15:00', 4, '2024-04-08 10:00'],
    ['from the night', '2024-04-05 22:00', 4, '2024-04-08 12:00'],
    ['into a worked Saturday', '2024-05-03 16:00', 4, '2024-05-04 11:00'],
    ['of half an hour', '2024-04-05 11:45', 0.5, '2024-04-05 13:15'],
  ])('runs %s', (_, start, amount, due) => {
    expect(hours(start, amount)).toMatchObject({ due: at(due), dueOn: due.slice(0, 10) })
  })
})

describe('working time between two instants', () => {
  test.each([
    ['a lunch break', '2024-04-05 11:00', '2024-04-05 14:00', 2],
    ['a weekend', '2024-04-05 16:00', '2024-04-08 09:00', 2],
    ['Tết 2025', '2025-01-24 17:00', '2025-02-03 08:00', 0],
    ['the week with a worked Saturday', '2024-04-29 00:00', '2024-05-05 00:00', 24],
    ['a plain week long before any known day', '1976-01-01 00:00', '1976-01-08 00:00', 40],
  ])('leaves out what is not worked: %s', (_, from, to, worked) => {
    expect(workingTimeBetween(at(from), at(to), hanoi)).toBe(worked * 3_600_000)
  })

  test('is negative when the second instant is the earlier one', () => {
    expect(workingTimeBetween(at('2024-04-05 10:00'), at('2024-04-05 09:00'), hanoi)).toBe(-3_600_000)
  })

  test('takes microseconds even over thirty years', () => {
    const [from, to] = [at('2000-01-03 08:00'), at('2030-01-03 08:00')]
    const before = performance.now()
    for (let n = 0; n < 20_000; n++) workingTimeBetween(from, to, hanoi)
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})

describe('what cannot be counted is refused', () => {
  test.each([0, -1, 1.5, NaN, Infinity, 2_501])('%d days', (amount) => {
    expect(() => days('2024-04-05 09:00', amount)).toThrow(RangeError)
  })
  test.each([0, -1, NaN, Infinity, 20_001])('%d hours', (amount) => {
    expect(() => hours('2024-04-05 09:00', amount)).toThrow(RangeError)
  })
  test.each(['', '0001-01-01 00:00', '1970-01-01 00:00', '9999-12-31 00:00'])('the start %j', (start) => {
    expect(() => days(start, 1)).toThrow(RangeError)
  })
})
