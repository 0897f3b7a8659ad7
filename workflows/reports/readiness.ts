/** What a conference needs before its day, in the order in which it is done. */
export const readinessTasks = ['plan', 'invited', 'answeredInvitations', 'collection', 'screened', 'routed', 'accepted', 'answers', 'report'] as const
export type ReadinessTask = (typeof readinessTasks)[number]

/** `none`: nothing of the kind is there yet, which is neither done nor owed. */
export type ReadinessState = 'done' | 'open' | 'late' | 'none'
export type ReadinessLine = { task: ReadinessTask; state: ReadinessState; /** How many are left, the list behind it being that long. */ left: number; of: number; due: string | null }

export type Preparation = {
  plan: { heldOn: string; chair: string | null; venue: string | null; collectUntil: string | null; answersDueOn: string | null }
  invited: number
  unanswered: number
  received: number
  /** Open issues without a group, not routed, with a unit that has not accepted, and with one that owes the answer. */
  ungrouped: number
  unrouted: number
  unaccepted: number
  owed: number
}

const missing = ({ plan: { chair, venue, collectUntil, answersDueOn } }: Preparation) =>
  [chair, venue, collectUntil, answersDueOn].filter((one) => one === null).length

/** The state of each task on a day, yyyy-MM-dd: done, to be done, or past the day by which it should have been. */
export function readinessOf(of: Preparation, today: string): ReadinessLine[] {
  const { heldOn, collectUntil, answersDueOn } = of.plan
  const answersDue = answersDueOn ?? heldOn
  const line = (task: ReadinessTask, left: number, all: number, due: string | null): ReadinessLine => {
    const state = left > 0 ? (due !== null && due < today ? 'late' : 'open') : all > 0 ? 'done' : 'none'
    return { task, state, left, of: all, due }
  }
  const collected = today > (collectUntil ?? heldOn)
  return [
    line('plan', missing(of), 4, heldOn),
    { ...line('invited', of.invited === 0 ? 1 : 0, Math.max(of.invited, 1), heldOn), of: of.invited },
    line('answeredInvitations', of.unanswered, of.invited, heldOn),
    { task: 'collection', state: collected ? 'done' : 'open', left: 0, of: of.received, due: collectUntil ?? heldOn },
    line('screened', of.ungrouped, of.received, answersDue),
    line('routed', of.unrouted, of.received, answersDue),
    line('accepted', of.unaccepted, of.received, answersDue),
    line('answers', of.owed, of.received, answersDue),
    line('report', of.ungrouped + of.unrouted + of.owed, of.received, heldOn),
  ]
}
