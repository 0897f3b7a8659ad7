import type { By } from '#workflows/resolution/actor.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import { closesOverOpinions } from '#workflows/resolution/opinions.ts'
import type { Position } from '#workflows/resolution/facts.ts'
import type { IssueState } from '#workflows/resolution/states.ts'

/** What is done to several members of a cluster at once. */
export const togetherMoves = ['submitAnswer', 'approve'] as const
export type TogetherMove = (typeof togetherMoves)[number]

export type WhyNot =
  | { key: 'inState'; params: { state: IssueState } }
  | { key: 'otherUnit' | 'openOpinions' | 'ownText' | 'notAnswer' | 'notYours'; params?: undefined }

/**
 * Why a move cannot be made on this member now, in the order in which a person would ask; `undefined` where it can. A
 * refusal on the table is approved by itself: one letter to all would say yes to some and no to others.
 */
export function whyNot(position: Position, move: TogetherMove, occasion: { by: By; at: string }): WhyNot | undefined {
  const { state, facts } = position
  const { by } = occasion
  const wanted = move === 'submitAnswer' ? 'inProgress' : 'awaitingApproval'
  if ((by.role === 'officer' || by.role === 'head') && facts.leadUnit !== by.unit) return { key: 'otherUnit' }
  if (state !== wanted) return { key: 'inState', params: { state } }
  if (closesOverOpinions(facts, move)) return { key: 'openOpinions' }
  if (move === 'approve' && facts.pending !== 'answer') return { key: 'notAnswer' }
  if (move === 'approve' && facts.lastEditorId === by.personId) return { key: 'ownText' }
  return movesOpenTo(position, occasion).includes(move) ? undefined : { key: 'notYours' }
}
