import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allSettled, brokenUnreplaced, newPromise, owed, type Promised } from '#workflows/commitment/promises.ts'
import { advance } from './advance.ts'
import type { Move, Position } from './facts.ts'
import { moveNames } from './moves.ts'
import { replay } from './replay.ts'
import { a, facts, make, noon } from './sample-moves.ts'
import { isResolved } from './states.ts'

const cast = [
  a('enterprise', null, 20), a('secretary', 'VPUB', 10), a('coordinator', 'VPUB', 11), a('officer', 'STNMT', 1), a('head', 'STNMT', 2),
  a('officer', 'SXD', 5), a('head', 'SXD', 6), a('leader', 'VPUB', 12), a('system'),
]

/** Any move by anybody, but for those that say something of a commitment more often: of any number, of either unit. */
const anyMove = fc.record({
  name: fc.oneof(
    fc.constantFrom(...moveNames),
    { weight: 3, arbitrary: fc.constantFrom('commit', 'slip', 'grantSlip', 'declineSlip', 'break', 'confirmSolved') },
    fc.constant('fulfil'),
  ),
  by: fc.constantFrom(...cast),
  commitment: fc.integer({ min: 1, max: 3 }),
  replaces: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  ownerUnit: fc.constantFrom('STNMT', 'SXD'),
})
type Drawn = typeof anyMove extends fc.Arbitrary<infer T> ? T : never

const built = ({ name, by, commitment, replaces, ownerUnit }: Drawn): Move => {
  const move = make(name as Move['type'], by)
  if (move.type === 'commit') return { ...move, replaces, ownerUnit }
  return 'commitment' in move ? ({ ...move, commitment } as Move) : move
}

const start: Position = {
  state: 'committed',
  facts: facts({ leadUnit: 'STNMT', reopenUntil: '2024-04-29T10:00:00.000Z', commitments: [newPromise([], 'SXD')] }),
}

/** The legal moves among those drawn, and where the issue stood after each. */
function walk(drawn: Drawn[]) {
  const steps: { before: Position; after: Position; move: Move }[] = []
  for (const one of drawn) {
    const before = steps.at(-1)?.after ?? start
    const step = advance(before, built(one))
    if (step.ok) steps.push({ before, after: step.to, move: step.move })
  }
  return steps
}

const walks = fc.array(anyMove, { minLength: 20, maxLength: 60 })
const seen = { resolvedWithPromises: 0, broken: 0, replaced: 0, slipped: 0 }

test('an issue is resolved only when all that was promised is done, on every legal walk', () => {
  fc.assert(fc.property(walks, (drawn) => {
    for (const { after } of walk(drawn)) {
      const { commitments } = after.facts
      if (isResolved(after.state)) expect(allSettled(commitments)).toBe(true)
      if (owed(commitments).length + brokenUnreplaced(commitments).length > 0) expect(after.state).toBe('committed')
      if (isResolved(after.state) && commitments.length > 0) seen.resolvedWithPromises += 1
      if (brokenUnreplaced(commitments).length > 0) seen.broken += 1
      if (commitments.some((one) => one.replaced)) seen.replaced += 1
      if (commitments.some((one) => one.state === 'slipped')) seen.slipped += 1
    }
  }), { numRuns: 800 })
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0)
})

test('a promise never disappears, and what is done, confirmed or broken stays so', () => {
  const ended = (one: Promised | undefined) => one && ['confirmed', 'broken'].includes(one.state)
  fc.assert(fc.property(walks, (drawn) => {
    for (const { before, after } of walk(drawn)) {
      for (const [at, was] of before.facts.commitments.entries()) {
        const now = after.facts.commitments[at]
        expect(now?.number).toBe(was.number)
        if (ended(was)) expect(now?.state).toBe(was.state)
        if (was.state === 'done') expect(['done', 'confirmed']).toContain(now?.state)
      }
    }
  }), { numRuns: 400 })
})

test('a later date is never granted by whoever asked for it', () => {
  fc.assert(fc.property(walks, (drawn) => {
    for (const { before, move } of walk(drawn)) {
      if (move.type !== 'grantSlip') continue
      const asked = before.facts.commitments.find((one) => one.number === move.commitment)?.slipAskedBy
      expect(asked).toBeTruthy()
      expect(asked?.personId).not.toBe(move.by.personId)
      if (asked?.role === 'head') expect(move.by.role).toBe('coordinator')
    }
  }), { numRuns: 400 })
})

test('a log of earlier days, when a slip took effect at once, still replays', () => {
  const at = noon
  const common = { personId: 1, role: 'officer', unit: 'STNMT', at }
  const log = [
    { move: 'receive', from: null, to: 'received', at, personId: null, role: 'system', unit: null, payload: { enterpriseId: 7, associationId: null } },
    { ...common, move: 'answerOnTheSpot', role: 'secretary', unit: 'VPUB', from: 'received', to: 'answered', payload: { leadUnit: 'STNMT', answeredBy: 'Giám đốc', text: 'Đã rõ' } },
    { ...common, move: 'commit', from: 'answered', to: 'committed', payload: { text: 'Cấp', ownerUnit: 'STNMT', dueOn: '2024-05-10' } },
    { ...common, move: 'slip', from: 'committed', to: 'committed', payload: { commitment: 1, dueOn: '2024-06-10', note: 'Chờ' } },
    { ...common, move: 'slip', from: 'committed', to: 'committed', payload: { commitment: 1, dueOn: '2024-07-10', note: 'Chờ nữa' } },
    { ...common, move: 'fulfil', from: 'committed', to: 'resolved', payload: { evidence: 'Xong' } },
  ].map((event) => ({ ...event, payload: { ...event.payload, reopenUntil: '2024-04-29T10:00:00.000Z' } }))
  expect(replay(log)).toMatchObject({ ok: true, position: { state: 'resolved' } })
})
