import { expect, test } from 'vitest'
import { noCounts } from './boxes.ts'
import { differencesOf, redefined, type Figures } from './issued.ts'
import { rateDefinitions } from './rates.ts'

const nothing = { carried: 0, fresh: 0, reopened: 0, total: 0, answered: 0, openInTime: 0, openOverdue: 0, ended: 0 }
const label = (name: string) => ({ vi: name, en: name })
const perComment = { received: 0, answered: 0, resolved: 0 }
const figures = (rows: [string | null, number][]): Figures => ({
  by: 'unit', scope: {}, asOf: '2024-06-20T05:00:00.000Z', narrowed: [], periodVersion: 1,
  definitions: rateDefinitions.map((one) => ({ ...one, formula: label('') })),
  rows: rows.map(([key, received]) => ({ key, label: label(key ?? 'none'), counts: { ...noCounts(), received }, perComment })),
  total: { counts: { ...noCounts(), received: rows.reduce((sum, [, n]) => sum + n, 0) }, perComment },
  period: { rows: [], total: nothing },
})

test('each number that differs is told with its row, also of a row that is new or gone', () => {
  expect(differencesOf(figures([['A', 3], [null, 1]]), figures([['A', 3], [null, 1]]))).toEqual([])
  const found = differencesOf(figures([['A', 3], [null, 1], ['C', 2]]), figures([['A', 3], [null, 2], ['B', 4]]))
  expect(found.map(({ row, column, was, now }) => [row?.vi, column, was, now])).toEqual(expect.arrayContaining([
    [undefined, 'received', 6, 9], ['none', 'received', 1, 2], ['B', 'received', 0, 4], ['C', 'received', 2, 0],
  ]))
  expect(found).toHaveLength(4)
})

test('a box that is counted since and was not then is no difference', () => {
  const was = figures([['A', 3]])
  for (const counts of [was.total.counts, was.rows[0]!.counts]) delete (counts as Partial<typeof counts>).handedBack
  const now = figures([['A', 3]])
  now.total.counts.handedBack = 5
  expect(differencesOf(was, now)).toEqual([])
})

test('a rate that is defined another way today is named', () => {
  const was = figures([])
  expect(redefined(was)).toEqual([])
  was.definitions[1]!.version = 0
  expect(redefined(was)).toEqual(['onTimeRate'])
})
