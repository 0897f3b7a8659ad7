/**
 * Where an issue can be. A state names what is true, never what somebody should do.
 * The database CHECK, the badges and the reports are all built from this list: there is no second one.
 */
export const issueStates = [
  'received',
  'routed',
  'inProgress',
  'awaitingEnterprise',
  'awaitingApproval',
  'escalatedUpward',
  'answered',
  'committed',
  'resolved',
  'closed',
  'refused',
  'withdrawn',
  'diverted',
] as const

export type IssueState = (typeof issueStates)[number]

/** An answer is still owed: only these can be overdue, and only these sit in a work queue by due date. */
export const openStates = [
  'received',
  'routed',
  'inProgress',
  'awaitingEnterprise',
  'awaitingApproval',
  'escalatedUpward',
] as const satisfies readonly IssueState[]

/** A letter stands. `closed` is only reached from `resolved`, so it counts here and as resolved. */
export const answeredStates = ['answered', 'committed', 'resolved', 'closed'] as const satisfies readonly IssueState[]

export const resolvedStates = ['resolved', 'closed'] as const satisfies readonly IssueState[]

/** Not settled: an answer, or what was promised in it, or the enterprise's word is still wanting. A promise owed keeps an issue `committed`. */
export const unresolvedStates = [...openStates, 'answered', 'committed'] as const satisfies readonly IssueState[]

/** Nothing moves any more, but for one `reopen` within its window. */
export const finalStates = ['closed', 'refused', 'withdrawn', 'diverted'] as const satisfies readonly IssueState[]

export const isOpen = (state: IssueState) => (openStates as readonly IssueState[]).includes(state)
export const isAnswered = (state: IssueState) => (answeredStates as readonly IssueState[]).includes(state)
export const isResolved = (state: IssueState) => (resolvedStates as readonly IssueState[]).includes(state)
export const isUnresolved = (state: IssueState) => (unresolvedStates as readonly IssueState[]).includes(state)
export const isFinal = (state: IssueState) => (finalStates as readonly IssueState[]).includes(state)

/** How far a result has really come. *Answered*, *resolved* and *satisfied* are three different facts. */
export const resultLadder = ['received', 'accepted', 'answered', 'committed', 'done', 'confirmed'] as const
export type Rung = (typeof resultLadder)[number]

/** The highest rung an issue stands on now; `undefined` where it left the ladder (refused, withdrawn, diverted). */
export function rungOf(issue: { state: IssueState; confirmed: boolean }): Rung | undefined {
  if (issue.state === 'received' || issue.state === 'routed') return 'received'
  if (issue.state === 'answered') return 'answered'
  if (issue.state === 'committed') return 'committed'
  if (isResolved(issue.state)) return issue.confirmed ? 'confirmed' : 'done'
  return isOpen(issue.state) ? 'accepted' : undefined
}
