import { transition } from 'xstate'
import { issueStates, type IssueState } from './states.ts'
import type { Facts, Move, Occasion, Position } from './facts.ts'
import { resolution, type Intent } from './machine.ts'
import { moveNames, type MoveName } from './moves.ts'

/** A forbidden move is a value: `notOpen`, the state knows no such move; `notYours`, not for this person or not now. */
export type Refusal = { ok: false; move: MoveName; from: IssueState; because: 'notOpen' | 'notYours' }
export type Step = { ok: true; move: Move; from: Position; to: Position; effects: Intent[] }

const at = ({ state, facts }: Position) => resolution.resolveState({ value: state, context: facts })

const knownIn = Object.fromEntries(
  Object.entries(resolution.config.states ?? {}).map(([state, node]) => [
    state,
    moveNames.filter((name) => Object.hasOwn(node.on ?? {}, name) || Object.hasOwn(resolution.config.on ?? {}, name)),
  ]),
) as Record<IssueState, MoveName[]>

/** The states in which the machine knows a move, for queries that ask where one may still be made. */
export const statesWith = (move: MoveName): IssueState[] => issueStates.filter((state) => knownIn[state].includes(move))

/** The only bridge to XState: pure. Says where a move leads and what must follow, or that it may not be made. */
export function advance(from: Position, move: Move): Step | Refusal {
  const here = at(from)
  if (!here.can(move)) {
    const because = knownIn[from.state].includes(move.type) ? 'notYours' : 'notOpen'
    return { ok: false, move: move.type, from: from.state, because }
  }
  const [next, actions] = transition(resolution, here, move)
  return {
    ok: true,
    move,
    from,
    to: { state: next.value as IssueState, facts: next.context as Facts },
    effects: actions.map((action) => action.type as Intent),
  }
}

/** The moves this person may make now: the one list behind buttons, API and tests. The clock's own moves are asked as `system`. */
export function movesOpenTo(position: Position, occasion: Pick<Occasion, 'by' | 'at'>): MoveName[] {
  const here = at(position)
  return knownIn[position.state].filter((type) => here.can({ type, ...occasion, reopenUntil: occasion.at } as Move))
}
