import { commitmentAfter, isOwed, type CommitmentMove, type CommitmentState } from './machine.ts'

/** What the machine must know of each of its commitments. */
export type Promised = {
  number: number
  ownerUnit: string
  state: CommitmentState
  /** Who asked for a later date that nobody has decided on yet. */
  slipAskedBy: { personId: number | null; role: string } | null
  /** Broken, and another promise was made in its place. */
  replaced: boolean
}

/** Done, or broken and replaced by another: nothing of it stands in the way of «resolved». */
const isSettled = ({ state, replaced }: Promised) => state === 'done' || state === 'confirmed' || (state === 'broken' && replaced)
export const allSettled = (promises: readonly Promised[]) => promises.every(isSettled)

export const newPromise = (promises: readonly Promised[], ownerUnit: string): Promised => ({
  number: promises.length + 1, ownerUnit, state: 'promised', slipAskedBy: null, replaced: false,
})

export const owed = (promises: readonly Promised[]) => promises.filter(({ state }) => isOwed(state))
export const brokenUnreplaced = (promises: readonly Promised[]) => promises.filter(({ state, replaced }) => state === 'broken' && !replaced)

/** A move on one of them, or on all where no number is given. What it cannot reach stays as it is. */
export const afterMove = (promises: readonly Promised[], move: CommitmentMove, number?: number): Promised[] =>
  promises.map((one) => {
    const state = number === undefined || one.number === number ? commitmentAfter(one.state, move) : undefined
    return state === undefined ? one : { ...one, state, slipAskedBy: null }
  })

export const change = (promises: readonly Promised[], number: number | undefined, of: Partial<Promised>): Promised[] =>
  promises.map((one) => (one.number === number ? { ...one, ...of } : one))
