import { expect, test } from 'vitest'
import { readComparison } from './read-comparison.ts'

const read = (query: string) => readComparison(new URLSearchParams(query), '2024-04-05')

test('without words the running year stands beside the same days a year ago, each as of its own end', () => {
  expect(read('')).toMatchObject({
    period: 'year', counting: 'then', now: { from: '2024-01-01', to: '2024-04-05' }, before: { from: '2023-01-01', to: '2023-04-05' },
  })
  expect(read('').by).toBeUndefined()
})

test('a period, a way to count and what to tell apart by are read; what is unknown becomes the usual', () => {
  expect(read('period=month&counting=now&by=unit')).toMatchObject({ period: 'month', counting: 'now', by: 'unit', now: { from: '2024-04-01' } })
  expect(read('period=week&counting=later&by=month')).toMatchObject({ period: 'year', counting: 'then', by: undefined })
})

test('own days stand as typed, and an open end stays open', () => {
  expect(read('from=1/1/2024&to=31/1/2024&beforeTo=31/12/2023')).toMatchObject({
    period: 'own', now: { from: '2024-01-01', to: '2024-01-31' }, before: { to: '2023-12-31' }, errors: {},
  })
})

test.each([['from=x', 'from'], ['from=2/2/2024&to=1/2/2024', 'to'], ['beforeFrom=2/2/2024&beforeTo=1/2/2024', 'beforeTo']])(
  '%s is refused at the field %s', (query, field) => {
    const found = read(query)
    expect(Object.keys(found.errors)).toEqual([field])
    expect(found.typed[field]).toBe(new URLSearchParams(query).get(field))
  },
)
