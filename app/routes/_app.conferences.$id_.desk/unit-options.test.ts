import { expect, test } from 'vitest'
import { unitOptions } from './unit-options.ts'

const units = ['SXD', 'STC', 'SCT'].map((value) => ({ value, label: value }))
const said = (key: string) => key
const shown = (first: { suggested: string[]; recent: string[] }) => unitOptions(units, first, said).map(({ label, options }) => [label, options.map(({ value }) => value)])

test('a suggestion that comes late takes nothing away that could have been chosen', () => {
  const before = shown({ suggested: [], recent: ['STC'] })
  const after = shown({ suggested: ['STC'], recent: ['STC'] })
  expect(before).toEqual([['desk:units.recent', ['STC']], ['desk:units.all', ['SXD', 'STC', 'SCT']]])
  expect(after).toEqual([['desk:units.suggested', ['STC']], ...before])
})

test('a unit that has ended since is not offered among the likely ones', () => {
  expect(shown({ suggested: ['STNMT'], recent: [] })).toEqual([['desk:units.all', ['SXD', 'STC', 'SCT']]])
})
