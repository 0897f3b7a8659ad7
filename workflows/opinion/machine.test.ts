import { expect, test } from 'vitest'
import { opinionAfter, opinionStates, type OpinionMove, type OpinionState } from './machine.ts'

const moves: OpinionMove['type'][] = ['giveOpinion', 'noOpinion', 'cancelOpinion']
const leads: Record<OpinionState, Partial<Record<OpinionMove['type'], OpinionState>>> = {
  requested: { giveOpinion: 'given', noOpinion: 'noOpinion', cancelOpinion: 'cancelled' },
  given: {},
  noOpinion: { giveOpinion: 'noOpinion' },
  cancelled: {},
}

test.each(opinionStates.flatMap((state) => moves.map((type) => [state, type, leads[state][type]] as const)))('%s –%s→ %s', (state, type, to) => {
  expect(opinionAfter({ unit: 'STC', state, unheard: true }, { type, unit: 'STC' })?.state).toBe(to)
})

test('what comes late is heard once, and the silence stays on record', () => {
  const late = opinionAfter({ unit: 'STC', state: 'noOpinion', unheard: true }, { type: 'giveOpinion', unit: 'STC' })
  expect(late).toEqual({ unit: 'STC', state: 'noOpinion', unheard: false })
  expect(opinionAfter(late!, { type: 'giveOpinion', unit: 'STC' })).toBeUndefined()
})

test('one unit’s move leaves the opinion of another alone', () => {
  expect(opinionAfter({ unit: 'STC', state: 'requested', unheard: true }, { type: 'giveOpinion', unit: 'SXD' })).toBeUndefined()
})
