import { expect, test } from 'vitest'
import { roles } from '#workflows/resolution/actor.ts'
import { directiveAfter, directiveMoves, directiveMovesOpenTo, directiveStates, owingStates, type DirectiveMove, type DirectiveState } from './machine.ts'

type Line = [DirectiveState, string, DirectiveMove[]]
const asking: Line[] = ['leader', 'coordinator'].flatMap((role): Line[] => [
  ['asked', role, ['withdraw']],
  ['explained', role, ['accept', 'return', 'withdraw']],
  ['returned', role, ['withdraw']],
])
const permitted: Line[] = [...asking, ['asked', 'head', ['explain']], ['returned', 'head', ['explain']]]

test.each(directiveStates.flatMap((state) => roles.map((role) => [state, role] as const)))('when %s, a %s makes these moves and no other', (state, role) => {
  const line = permitted.find(([from, who]) => from === state && who === role)
  expect(directiveMovesOpenTo({ state, unit: 'STC' }, { role, unit: 'STC' })).toEqual(line?.[2] ?? [])
})

test('the head of another unit explains nothing', () => {
  expect(directiveMovesOpenTo({ state: 'asked', unit: 'STC' }, { role: 'head', unit: 'SXD' })).toEqual([])
})

test.each([
  ['asked', 'explain', 'explained'], ['returned', 'explain', 'explained'], ['explained', 'accept', 'accepted'],
  ['explained', 'return', 'returned'], ['asked', 'withdraw', 'withdrawn'], ['explained', 'withdraw', 'withdrawn'],
] as const)('%s –%s→ %s', (state, move, to) => {
  const by = { role: move === 'explain' ? 'head' : 'leader', unit: 'STC' } as const
  expect(directiveAfter({ state, unit: 'STC' }, move, by)).toBe(to)
})

test('an explanation is owed exactly where one may be given', () => {
  const mayExplain = directiveStates.filter((state) => directiveAfter({ state, unit: 'STC' }, 'explain', { role: 'head', unit: 'STC' }))
  expect(owingStates).toEqual(mayExplain)
  expect(directiveMoves).toHaveLength(4)
})
