import { describe, expect, test } from 'vitest'
import { at, hanoi } from '#tests/support/hanoi-calendar.ts'
import type { Convention, PausedTerm } from './working-time.ts'
import { dueWithPauses } from './working-time.ts'

const pause = (from: string, to: string) => ({ from: at(from), to: at(to) })
const due = (convention: Convention, pauses: PausedTerm['pauses'], extensionDays = 0) =>
  dueWithPauses({
    start: at('2024-04-01 10:00'), amount: 3, unit: 'day', convention, calendar: hanoi, pauses, extensionDays,
  }).due

describe('where days are counted', () => {
  test.each([
    ['no pause', [], '2024-04-04'],
    ['a whole day', [pause('2024-04-02 08:00', '2024-04-02 17:00')], '2024-04-05'],
    ['ten minutes, rounded up', [pause('2024-04-02 08:00', '2024-04-02 08:10')], '2024-04-05'],
    ['two half days, rounded up once', [
      pause('2024-04-02 08:00', '2024-04-02 12:00'), pause('2024-04-03 13:00', '2024-04-03 17:00'),
    ], '2024-04-05'],
    ['two pauses that overlap, counted once', [
      pause('2024-04-02 08:00', '2024-04-02 17:00'), pause('2024-04-02 10:00', '2024-04-02 17:00'),
    ], '2024-04-05'],
    ['a night', [pause('2024-04-02 17:00', '2024-04-03 08:00')], '2024-04-04'],
    ['a weekend and one Monday', [pause('2024-04-04 17:00', '2024-04-08 17:00')], '2024-04-04'],
    ['the start day, which is not counted', [pause('2024-04-01 10:00', '2024-04-01 17:00')], '2024-04-04'],
    ['a pause begun when no time was left', [pause('2024-04-05 08:00', '2024-04-12 17:00')], '2024-04-04'],
    ['a pause that ends before it begins', [pause('2024-04-03 08:00', '2024-04-02 08:00')], '2024-04-04'],
    ['a pause begun in time that outlasts the term', [pause('2024-04-04 13:00', '2024-04-09 12:00')], '2024-04-09'],
    ['a second pause in the time won by the first', [
      pause('2024-04-05 08:00', '2024-04-05 17:00'), pause('2024-04-02 08:00', '2024-04-02 17:00'),
    ], '2024-04-08'],
  ])('%s leaves or moves the due date as it should', (_, pauses, expected) => {
    expect(due('A', pauses)).toEqual(at(`${expected} 17:00`))
  })

  test('a pause on the start day counts where the start day counts', () => {
    expect(due('B', [pause('2024-04-01 10:00', '2024-04-01 17:00')])).toEqual(at('2024-04-04 17:00'))
  })
})

describe('where time runs', () => {
  test.each([
    ['ten minutes', [pause('2024-04-02 08:00', '2024-04-02 08:10')], '2024-04-04 10:10'],
    ['a whole day, to the same time of day', [pause('2024-04-02 08:00', '2024-04-02 17:00')], '2024-04-05 10:00'],
    ['the first hour', [pause('2024-04-01 09:00', '2024-04-01 11:00')], '2024-04-04 11:00'],
    ['a pause that begins at the due instant', [pause('2024-04-04 10:00', '2024-04-05 10:00')], '2024-04-04 10:00'],
  ])('the due instant moves by exactly %s', (_, pauses, expected) => {
    expect(due('C', pauses)).toEqual(at(expected))
  })

  test('a term in hours is pushed by the paused working time', () => {
    const urgent = { start: at('2024-04-05 15:00'), amount: 4, unit: 'hour', convention: 'A', calendar: hanoi } as const
    const { due } = dueWithPauses({ ...urgent, pauses: [pause('2024-04-05 16:00', '2024-04-08 09:00')] })
    expect(due).toEqual(at('2024-04-08 12:00'))
  })
})

describe('an extension', () => {
  test('adds working days', () => {
    expect(due('A', [], 2)).toEqual(at('2024-04-08 17:00'))
    expect(due('C', [], 2)).toEqual(at('2024-04-08 10:00'))
  })

  test('lets a pause within it count', () => {
    expect(due('A', [pause('2024-04-05 08:00', '2024-04-05 17:00')], 2)).toEqual(at('2024-04-09 17:00'))
  })

  test.each([-1, 0.5, NaN, 1e9])('of %d days is refused', (extensionDays) => {
    expect(() => due('A', [], extensionDays)).toThrow(RangeError)
  })
})
