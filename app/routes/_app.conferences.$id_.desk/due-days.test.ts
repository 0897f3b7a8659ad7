import { expect, test } from 'vitest'
import { dueDay } from './due-days.ts'

const said = (which: Parameters<typeof dueDay>[0], at = '2024-04-05T03:00:00.000Z') => dueDay(which, new Date(at))

test('what a chair calls the end of the month, the quarter or the year is a day', () => {
  expect([said('week'), said('days30'), said('month'), said('quarter'), said('year')]).toEqual(['12/04/2024', '05/05/2024', '30/04/2024', '30/06/2024', '31/12/2024'])
})

test('the day is the one it is in Hanoi, also late in the evening before', () => {
  expect(said('month', '2024-01-31T17:30:00.000Z')).toBe('29/02/2024')
  expect(said('year', '2024-12-31T16:59:00.000Z')).toBe('31/12/2024')
  expect(said('quarter', '2024-12-31T17:00:00.000Z')).toBe('31/03/2025')
})
