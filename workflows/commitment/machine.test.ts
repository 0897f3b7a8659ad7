import { expect, test } from 'vitest'
import { commitmentAfter, commitmentMoves, commitmentStates, owedStates } from './machine.ts'
import { afterMove, allSettled, newPromise } from './promises.ts'

test.each([
  ['promised', { grantSlip: 'slipped', fulfil: 'done', break: 'broken' }],
  ['slipped', { grantSlip: 'slipped', fulfil: 'done', break: 'broken' }],
  ['done', { confirmSolved: 'confirmed' }],
  ['confirmed', {}],
  ['broken', {}],
] as const)('a commitment that is %s may become %j and nothing else', (state, leads) => {
  const found = commitmentMoves.flatMap((move) => (commitmentAfter(state, move) ? [[move, commitmentAfter(state, move)]] : []))
  expect(Object.fromEntries(found)).toEqual(leads)
})

test('what is still owed is what has been neither done nor broken', () => {
  expect(owedStates).toEqual(['promised', 'slipped'])
  expect(commitmentStates).toHaveLength(5)
})

test('a broken commitment stands in the way until another was made in its place', () => {
  const broken = afterMove([newPromise([], 'STC')], 'break', 1)
  expect(allSettled(broken)).toBe(false)
  const done = afterMove([...broken, newPromise(broken, 'STC')], 'fulfil', 2)
  expect(allSettled(done)).toBe(false)
  expect(allSettled(done.map((one) => ({ ...one, replaced: one.number === 1 })))).toBe(true)
})

test('a later date that was asked for lapses with whatever ends the commitment', () => {
  const asked = [{ ...newPromise([], 'STC'), slipAskedBy: { personId: 1, role: 'officer' } }]
  for (const move of ['grantSlip', 'fulfil', 'break'] as const) expect(afterMove(asked, move, 1)[0]?.slipAskedBy).toBeNull()
})
