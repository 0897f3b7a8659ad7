import { expect, test } from 'vitest'
import { readPeriod } from './read-period.ts'

const read = (query: string) => readPeriod(new URLSearchParams(query), '2024-04-05')

test('without words the period is the year; a name is that period', () => {
  expect(read('')).toMatchObject({ name: 'year', days: { from: '2024-01-01', to: '2024-12-31' } })
  expect(read('period=month')).toMatchObject({ name: 'month', days: { from: '2024-04-01', to: '2024-04-30' } })
  expect(read('period=all')).toMatchObject({ name: 'all', days: {} })
  expect(read('period=century&from=&to=')).toMatchObject({ name: 'year' })
})

test('own days may be typed as on paper or stand as in an address, and one end may be open', () => {
  expect(read('from=5/4/2024&to=26.04.2024')).toMatchObject({ name: 'own', days: { from: '2024-04-05', to: '2024-04-26' }, errors: {} })
  expect(read('from=2024-04-05')).toMatchObject({ name: 'own', days: { from: '2024-04-05' }, errors: {} })
  expect(read('period=month&to=26/4/2024').days).toEqual({ to: '2024-04-26' })
})

test.each([
  ['from=31/2/2024', 'from', 'common:invalid.date'], ['to=hôm nay', 'to', 'common:invalid.date'], ['to=0001-01-01', 'to', 'common:invalid.date'],
  ['from=26/4/2024&to=5/4/2024', 'to', 'overview:period.turned'],
])('%s is refused at its field, and what was typed is kept', (query, field, key) => {
  const found = read(query)
  expect(found.errors[field]).toMatchObject({ key })
  expect(found.typed[field]).toBe(new URLSearchParams(query).get(field))
  expect(found.days).toEqual({ from: '2024-01-01', to: '2024-12-31' })
})
