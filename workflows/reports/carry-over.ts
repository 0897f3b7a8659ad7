import { answeredStates, resolvedStates, unresolvedStates, type IssueState } from '#workflows/resolution/states.ts'

/**
 * What became of all that earlier conferences of a series received, as the sheet for the next one tells it. Of what was
 * raised, `done`, `ended` and `unresolved` share it out without rest. `carried` and `leftOut` share out what was
 * unresolved when the conference began: the same as `unresolved` while it is still to come.
 */
export const carryColumns = ['raised', 'answered', 'promised', 'done', 'ended', 'unresolved', 'carried', 'leftOut'] as const
export type CarryColumn = (typeof carryColumns)[number]
export const isCarryColumn = (name: unknown): name is CarryColumn => (carryColumns as readonly unknown[]).includes(name)

/** The columns that the state of now decides; the others ask for promises, or for how things stood then. */
export const statesOf = {
  raised: undefined,
  answered: answeredStates,
  done: resolvedStates,
  ended: ['refused', 'withdrawn', 'diverted'],
  unresolved: unresolvedStates,
} as const satisfies Partial<Record<CarryColumn, readonly IssueState[] | undefined>>

export const carryGroupings = ['enterprise', 'zone'] as const
export type CarryGrouping = (typeof carryGroupings)[number]
