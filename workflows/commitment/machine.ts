import { createMachine, transition } from 'xstate'

export const commitmentStates = ['promised', 'slipped', 'done', 'confirmed', 'broken'] as const
export type CommitmentState = (typeof commitmentStates)[number]

/** The moves of an issue by which a commitment moves; asking for a later date moves nothing until it is granted. */
export const commitmentMoves = ['grantSlip', 'fulfil', 'confirmSolved', 'break'] as const
export type CommitmentMove = (typeof commitmentMoves)[number]

/** The life of a promise. It has no door of its own: `resolution` makes the moves, and this says what becomes of it. */
export const commitment = createMachine({
  id: 'commitment',
  initial: 'promised',
  states: {
    promised: { on: { grantSlip: 'slipped', fulfil: 'done', break: 'broken' } },
    slipped: { on: { grantSlip: { target: 'slipped', reenter: true }, fulfil: 'done', break: 'broken' } },
    done: { on: { confirmSolved: 'confirmed' } },
    confirmed: {},
    broken: {},
  },
})

const at = (state: CommitmentState) => commitment.resolveState({ value: state })

function next(state: CommitmentState, type: CommitmentMove): CommitmentState | undefined {
  const here = at(state)
  return here.can({ type }) ? (transition(commitment, here, { type })[0].value as CommitmentState) : undefined
}

/** Asked once: guards ask for every commitment and every move, and the answers never change. */
const table = Object.fromEntries(
  commitmentStates.map((state) => [state, Object.fromEntries(commitmentMoves.map((move) => [move, next(state, move)]))]),
) as Record<CommitmentState, Record<CommitmentMove, CommitmentState | undefined>>

/** Where the move leads, or `undefined` where it may not be made. */
export const commitmentAfter = (state: CommitmentState, move: CommitmentMove) => table[state][move]

/** Still to be done. */
export const isOwed = (state: CommitmentState) => commitmentAfter(state, 'fulfil') !== undefined
export const owedStates = commitmentStates.filter(isOwed)
