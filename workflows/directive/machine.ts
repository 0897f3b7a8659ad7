import { setup, transition } from 'xstate'
import type { By } from '#workflows/resolution/actor.ts'

/** What became of a demand for an explanation (*yêu cầu giải trình*). */
export const directiveStates = ['asked', 'explained', 'returned', 'accepted', 'withdrawn'] as const
export type DirectiveState = (typeof directiveStates)[number]

/** `ask` makes it; the others move it. */
export const directiveMoves = ['explain', 'accept', 'return', 'withdraw'] as const
export type DirectiveMove = (typeof directiveMoves)[number]

export type Who = Pick<By, 'role' | 'unit'>
type Of = { unit: string }
type Made = { type: DirectiveMove; by: Who }

/** Leadership asks and judges what it hears; the coordinating office does so on its behalf and says by what mandate. */
export const mayAsk = ({ role }: Pick<By, 'role'>) => role === 'leader' || role === 'coordinator'
export const needsMandate = ({ role }: Pick<By, 'role'>) => role === 'coordinator'

const directive = setup({
  types: { context: {} as Of, events: {} as Made, input: {} as Of },
  guards: {
    byHeadOfUnit: ({ context, event: { by } }) => by.role === 'head' && by.unit === context.unit,
    byAsker: ({ event: { by } }) => mayAsk(by),
  },
}).createMachine({
  id: 'directive',
  context: ({ input }) => input,
  initial: 'asked',
  states: {
    asked: { on: { explain: { guard: 'byHeadOfUnit', target: 'explained' }, withdraw: { guard: 'byAsker', target: 'withdrawn' } } },
    explained: {
      on: {
        accept: { guard: 'byAsker', target: 'accepted' },
        return: { guard: 'byAsker', target: 'returned' },
        withdraw: { guard: 'byAsker', target: 'withdrawn' },
      },
    },
    returned: { on: { explain: { guard: 'byHeadOfUnit', target: 'explained' }, withdraw: { guard: 'byAsker', target: 'withdrawn' } } },
    accepted: {},
    withdrawn: {},
  },
})

export type Standing = { state: DirectiveState; unit: string }

/** Where the move leads, or `undefined` where it may not be made: from here, or by them. Pure. */
export function directiveAfter({ state, unit }: Standing, type: DirectiveMove, by: Who): DirectiveState | undefined {
  const here = directive.resolveState({ value: state, context: { unit } })
  const made = { type, by }
  return here.can(made) ? (transition(directive, here, made)[0].value as DirectiveState) : undefined
}

export const directiveMovesOpenTo = (standing: Standing, by: Who): DirectiveMove[] =>
  directiveMoves.filter((move) => directiveAfter(standing, move, by) !== undefined)

/** An explanation is still to come. */
export const owingStates = ['asked', 'returned'] as const satisfies readonly DirectiveState[]
