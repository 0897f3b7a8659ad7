import { expect, test } from 'vitest'
import { mostOverdue } from './most-overdue.ts'

const row = (key: string | null, received: number, openOverdue: number) => ({ key, received, openOverdue })

test('units stand in the order of what is overdue, equals by code', () => {
  const rows = [row('STC', 20, 3), row('SXD', 40, 9), row('SKHDT', 20, 3), row('SYT', 90, 0)]
  expect(mostOverdue(rows).map(({ key }) => key)).toEqual(['SXD', 'SKHDT', 'STC'])
})

test('a unit with fewer than ten issues has no place in the order, and what nobody leads is no unit', () => {
  expect(mostOverdue([row('STC', 9, 9), row(null, 50, 50), row('SXD', 10, 1)]).map(({ key }) => key)).toEqual(['SXD'])
})

test('no more are named than were asked for', () => {
  expect(mostOverdue(['A', 'B', 'C', 'D', 'E'].map((key) => row(key, 10, 2)), 3)).toHaveLength(3)
})
