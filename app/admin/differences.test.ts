import { expect, test } from 'vitest'
import { differences } from './differences.ts'

test('only what changed is told, and what was added or removed is told whole', () => {
  expect(differences({ a: 1, b: ['x'], c: null }, { a: 1, b: ['x', 'y'], c: '' })).toEqual([{ field: 'b', before: 'x', after: 'x; y' }])
  expect(differences(null, { verified: false })).toEqual([{ field: 'verified', before: null, after: 'false' }])
  expect(differences({ name: 'Sở' }, null)).toEqual([{ field: 'name', before: 'Sở', after: null }])
  expect(differences(null, null)).toEqual([])
})
