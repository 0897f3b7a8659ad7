import { setup, transition } from 'xstate'

export const opinionStates = ['requested', 'given', 'noOpinion', 'cancelled'] as const
export type OpinionState = (typeof opinionStates)[number]

/** One unit's opinion. `unheard`: nothing has been written yet, so a silent unit may still speak, late. */
export type Opinion = { unit: string; state: OpinionState; unheard: boolean }
export type OpinionMove = { type: 'giveOpinion' | 'noOpinion' | 'cancelOpinion'; /** Of whom: the unit that speaks, was silent, or is no longer asked. */ unit: string | null }

type Of = { unit: string; unheard: boolean }

const opinion = setup({
  types: { context: {} as Of, events: {} as OpinionMove, input: {} as Of },
  guards: {
    ofUnit: ({ context, event }) => event.unit === context.unit,
    ofSilentUnit: ({ context, event }) => event.unit === context.unit && context.unheard,
  },
}).createMachine({
  id: 'opinion',
  context: ({ input }) => input,
  initial: 'requested',
  states: {
    requested: {
      on: {
        giveOpinion: { guard: 'ofUnit', target: 'given' },
        noOpinion: { guard: 'ofUnit', target: 'noOpinion' },
        cancelOpinion: { guard: 'ofUnit', target: 'cancelled' },
      },
    },
    given: {},
    // what comes late is kept beside the silence, which stays on record
    noOpinion: { on: { giveOpinion: { guard: 'ofSilentUnit', target: 'noOpinion' } } },
    cancelled: {},
  },
})

/** The opinion after a move, or `undefined` where this one does not admit it. Pure. */
export function opinionAfter({ unit, state, unheard }: Opinion, move: OpinionMove): Opinion | undefined {
  const here = opinion.resolveState({ value: state, context: { unit, unheard } })
  if (!here.can(move)) return undefined
  const [next] = transition(opinion, here, move)
  return { unit, state: next.value as OpinionState, unheard: unheard && move.type !== 'giveOpinion' }
}
