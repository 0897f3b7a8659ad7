import { expect, test } from 'vitest'
import { a, facts, noon } from '#workflows/resolution/sample-moves.ts'
import { whyNot } from './together.ts'

const led = facts({ leadUnit: 'STNMT' })
const drafted = facts({ leadUnit: 'STNMT', pending: 'answer', lastEditorId: 1 })
const officer = { by: a('officer', 'STNMT', 1), at: noon }
const head = { by: a('head', 'STNMT', 2), at: noon }

test('an answer is handed in where the unit is at work, and approved where somebody else’s answer waits', () => {
  expect(whyNot({ state: 'inProgress', facts: led }, 'submitAnswer', officer)).toBeUndefined()
  expect(whyNot({ state: 'awaitingApproval', facts: drafted }, 'approve', head)).toBeUndefined()
})

test.each([
  ['another unit leads it', { key: 'otherUnit' }, { state: 'inProgress', facts: facts({ leadUnit: 'SXD' }) }, 'submitAnswer', officer],
  ['it is not accepted yet', { key: 'inState', params: { state: 'routed' } }, { state: 'routed', facts: led }, 'submitAnswer', officer],
  ['its answer is not handed in', { key: 'inState', params: { state: 'inProgress' } }, { state: 'inProgress', facts: led }, 'approve', head],
  ['the approver wrote it', { key: 'ownText' }, { state: 'awaitingApproval', facts: { ...drafted, lastEditorId: 2 } }, 'approve', head],
  ['a refusal waits', { key: 'notAnswer' }, { state: 'awaitingApproval', facts: { ...drafted, pending: 'refusal' as const } }, 'approve', head],
  ['an officer does not approve', { key: 'notYours' }, { state: 'awaitingApproval', facts: { ...drafted, lastEditorId: 9 } }, 'approve', officer],
  ['the leader waits for the head', { key: 'notYours' }, { state: 'awaitingApproval', facts: { ...drafted, needsLeader: true } }, 'approve', { by: a('leader', 'VPUB', 12), at: noon }],
] as const)('it says that %s', (_, reason, position, move, occasion) => {
  expect(whyNot(position, move, occasion)).toEqual(reason)
})
