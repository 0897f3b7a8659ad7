import { describe, expect, test } from 'vitest'
import { at, hanoi } from '#tests/support/hanoi-calendar.ts'
import { endOfDay, isWanted, letterDay, weekBefore } from './letters.ts'

describe('a letter of the day goes in office hours of a working day', () => {
  test.each([
    ['2024-05-06 07:59', undefined], ['2024-05-06 08:00', '2024-05-06'], ['2024-05-06 12:30', undefined], ['2024-05-06 16:59', '2024-05-06'], ['2024-05-06 17:00', undefined],
    ['2024-05-05 09:00', undefined], ['2024-05-01 09:00', undefined], ['2024-04-30 09:00', undefined],
  ])('%s: %s', (now, day) => expect(letterDay('daily', at(now), hanoi)).toBe(day))
})

describe('a letter of the week goes on its first working day, whatever day that is', () => {
  test.each([
    ['2024-05-06 08:00', '2024-05-06'], ['2024-05-07 08:00', undefined], ['2024-09-02 09:00', undefined], ['2024-09-03 09:00', undefined], ['2024-09-04 09:00', '2024-09-02'], ['2024-09-05 09:00', undefined],
  ])('%s: of the week of %s', (now, monday) => expect(letterDay('weekly', at(now), hanoi)).toBe(monday))
})

test('leaders get the week and heads the day without asking; a choice goes before, and nobody gets what is for another role', () => {
  expect([isWanted('weekly', 'leader', undefined), isWanted('weekly', 'coordinator', undefined), isWanted('weekly', 'coordinator', true), isWanted('weekly', 'head', true)]).toEqual([true, false, true, false])
  expect([isWanted('daily', 'head', undefined), isWanted('daily', 'head', false), isWanted('daily', 'officer', undefined), isWanted('daily', 'officer', true), isWanted('daily', 'leader', true)]).toEqual([true, false, false, true, false])
})

test('the week before a Monday, and the end of a day', () => {
  expect(weekBefore('2024-03-04')).toEqual({ from: '2024-02-26', to: '2024-03-03' })
  expect(endOfDay('2024-05-06', hanoi)).toEqual(new Date('2024-05-06T23:59:59.999+07:00'))
})
