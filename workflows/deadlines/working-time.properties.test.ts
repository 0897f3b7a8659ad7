import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, hanoi } from '#tests/support/hanoi-calendar.ts'
import { isWorkingDay, localDate } from './calendar.ts'
import type { Convention, Term } from './working-time.ts'
import { addWorkingTime, dueWithPauses, workingTimeBetween } from './working-time.ts'

const hour = 3_600_000
const instant = fc.date({ min: new Date('2023-06-01'), max: new Date('2027-06-01'), noInvalidDate: true })
const convention = fc.constantFrom<Convention>('A', 'B', 'C')
const unit = fc.constantFrom<Term['unit']>('day', 'hour')
const amount = fc.integer({ min: 1, max: 120 })
const term = fc.record({ start: instant, amount, unit, convention, calendar: fc.constant(hanoi) })
const pauses = fc.array(fc.record({ from: instant, to: instant }), { maxLength: 4 })
const between = (a: Date, b: Date) => workingTimeBetween(a, b, hanoi)
const workedInDay = (date: string) => between(at(`${date} 00:00`), at(`${date} 23:59`))

describe('for any start and amount', () => {
  test('adding and measuring are inverse where time runs', () => {
    fc.assert(fc.property(term, (any) => {
      const running = { ...any, convention: 'C' as const }
      const length = running.unit === 'day' ? 8 * hour : hour
      expect(between(running.start, addWorkingTime(running).due)).toBe(running.amount * length)
    }))
  })

  test('a term never ends on an off day, before its start or outside working hours', () => {
    fc.assert(fc.property(term, (any) => {
      const { due, dueOn } = addWorkingTime(any)
      expect(isWorkingDay(hanoi, dueOn)).toBe(true)
      expect(localDate(due, hanoi)).toBe(dueOn)
      expect(due.getTime()).toBeGreaterThanOrEqual(any.start.getTime())
      expect(between(new Date(due.getTime() - 1), new Date(due.getTime() + 1))).toBeGreaterThan(0)
    }))
  })

  test('a later start is never due earlier', () => {
    fc.assert(fc.property(term, fc.nat(40 * 24 * hour), (any, later) => {
      const after = addWorkingTime({ ...any, start: new Date(any.start.getTime() + later) })
      expect(after.due.getTime()).toBeGreaterThanOrEqual(addWorkingTime(any).due.getTime())
    }))
  })

  test('a longer term is due later', () => {
    fc.assert(fc.property(term, amount, (short, more) => {
      const longer = addWorkingTime({ ...short, amount: short.amount + more })
      expect(longer.due.getTime()).toBeGreaterThan(addWorkingTime(short).due.getTime())
    }))
  })

  test('convention B is due one working day before convention A', () => {
    fc.assert(fc.property(instant, fc.integer({ min: 2, max: 120 }), (start, days) => {
      const due = (convention: Convention, n: number) =>
        addWorkingTime({ start, amount: n, unit: 'day', convention, calendar: hanoi }).dueOn
      expect(due('B', days)).toBe(due('A', days - 1))
    }))
  })

  test('the steps count exactly the days of the term and stand in order', () => {
    fc.assert(fc.property(term, pauses, fc.nat(10), (any, paused, extensionDays) => {
      const { steps, dueOn } = dueWithPauses({ ...any, unit: 'day', convention: 'A', pauses: paused, extensionDays })
      const counted = steps.filter(({ kind }) => kind === 'counted')
      const dates = steps.map(({ date }) => date)
      expect(counted.length).toBeGreaterThanOrEqual(any.amount + extensionDays)
      expect(counted.map(({ reason }) => reason?.params.n)).toEqual(counted.map((_, index) => index + 1))
      expect(dates).toEqual([...dates].sort())
      expect(dates.at(-1)).toBe(dueOn)
    }))
  })

  test('a pause never makes a term end earlier', () => {
    fc.assert(fc.property(term, pauses, (any, paused) => {
      const pushed = dueWithPauses({ ...any, pauses: paused }).due
      expect(pushed.getTime()).toBeGreaterThanOrEqual(addWorkingTime(any).due.getTime())
    }))
  })
})

describe('for any instants', () => {
  test('working time is additive, in whatever order they stand', () => {
    fc.assert(fc.property(instant, instant, instant, (a, b, c) => {
      expect(between(a, c)).toBe(between(a, b) + between(b, c))
    }))
  })

  test('working time never runs backwards nor faster than the clock', () => {
    fc.assert(fc.property(instant, fc.nat(400 * 24 * hour), (a, later) => {
      const worked = between(a, new Date(a.getTime() + later))
      expect(worked).toBeGreaterThanOrEqual(0)
      expect(worked).toBeLessThanOrEqual(later)
    }))
  })

  test('the closed form agrees with walking the days one by one', () => {
    fc.assert(fc.property(instant, fc.nat(60), (a, count) => {
      const first = at(`${localDate(a, hanoi)} 00:00`)
      const dates = Array.from({ length: count }, (_, n) => localDate(new Date(first.getTime() + n * 24 * hour), hanoi))
      const walked = dates.reduce((sum, date) => sum + (isWorkingDay(hanoi, date) ? 8 * hour : 0), 0)
      expect(between(first, new Date(first.getTime() + count * 24 * hour))).toBe(walked)
      expect(dates.every((date) => workedInDay(date) === (isWorkingDay(hanoi, date) ? 8 * hour : 0))).toBe(true)
    }))
  })
})
