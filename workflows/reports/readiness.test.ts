import { expect, test } from 'vitest'
import { readinessOf, type Preparation } from './readiness.ts'

const plan = { heldOn: '2026-12-10', chair: 'Phó Chủ tịch Mẫu', venue: 'Hội trường', collectUntil: '2026-11-25', answersDueOn: '2026-12-05' }
const ready: Preparation = { plan, invited: 90, unanswered: 0, received: 80, ungrouped: 0, unrouted: 0, unaccepted: 0, owed: 0 }
const states = (of: Partial<Preparation>, today: string) => Object.fromEntries(readinessOf({ ...ready, ...of }, today).map(({ task, state }) => [task, state]))

test('a conference of which everything is done is ready', () => {
  expect(new Set(Object.values(states({}, '2026-12-09')))).toEqual(new Set(['done']))
})

test('of a conference just planned nothing is late, and what cannot be done yet is not called done', () => {
  const empty = { invited: 0, received: 0, plan: { ...plan, chair: null, collectUntil: null } }
  expect(states(empty, '2026-11-01')).toEqual({
    plan: 'open', invited: 'open', answeredInvitations: 'none', collection: 'open', screened: 'none', routed: 'none', accepted: 'none', answers: 'none', report: 'none',
  })
})

test('what is left over becomes late the day after its own day', () => {
  const left = { ungrouped: 1, owed: 3, unanswered: 2 }
  expect(states(left, '2026-12-05')).toMatchObject({ screened: 'open', answers: 'open', answeredInvitations: 'open' })
  expect(states(left, '2026-12-06')).toMatchObject({ screened: 'late', answers: 'late', answeredInvitations: 'open' })
  expect(states(left, '2026-12-11')).toMatchObject({ answeredInvitations: 'late', report: 'late' })
})

test('without a day of its own an answer is due on the day of the meeting', () => {
  expect(readinessOf({ ...ready, owed: 1, plan: { ...plan, answersDueOn: null } }, '2026-12-10').find(({ task }) => task === 'answers')).toEqual({ task: 'answers', state: 'open', left: 1, of: 80, due: '2026-12-10' })
})
