import { advance } from './advance.ts'
import type { By } from './actor.ts'
import { newFacts, type Move, type Position } from './facts.ts'
import { isMoveName, moveSchemas } from './moves.ts'

/** An event as stored: the move's own fields, its filer's ids and its reopening bound stand in the payload. */
export type StoredEvent = {
  move: string
  from: string | null
  to: string
  at: string
  personId: number | null
  role: string
  unit: string | null
  payload: Record<string, unknown>
}

type Replay = { ok: true; position: Position } | { ok: false; at: number; because: string }

/**
 * Walks a stored log through today's machine from its first event. Says where they part: a move today's machine
 * would refuse, or one that would lead elsewhere. `annul` takes an entry off the register and moves nothing. `seen` is told
 * of each event with the position it left.
 */
export function replay(events: readonly StoredEvent[], seen: (event: StoredEvent, position: Position) => void = () => {}): Replay {
  const [first, ...rest] = events
  if (first?.move !== 'receive') return { ok: false, at: 0, because: 'a log begins with receive' }
  const { enterpriseId = null, associationId = null } = first.payload as Partial<By>
  let position: Position = { state: 'received', facts: newFacts({ enterpriseId, associationId }) }
  seen(first, position)
  for (const [index, event] of rest.entries()) {
    if (event.move === 'annul') {
      seen(event, position)
      continue
    }
    const move = moveFrom(event)
    if (!move) return { ok: false, at: index + 1, because: `no such move: ${event.move}` }
    const step = advance(position, move)
    if (!step.ok) return { ok: false, at: index + 1, because: `${event.move} is refused in ${position.state}` }
    if (step.to.state !== event.to) return { ok: false, at: index + 1, because: `${event.move} leads to ${step.to.state}, not ${event.to}` }
    position = step.to
    seen(event, position)
  }
  return { ok: true, position }
}

function moveFrom(event: StoredEvent): Move | undefined {
  if (!isMoveName(event.move)) return undefined
  const fields = moveSchemas[event.move].safeParse(event.payload)
  if (!fields.success) return undefined
  const { enterpriseId = null, associationId = null } = event.payload as Partial<By>
  const by = { personId: event.personId, role: event.role, unit: event.unit, enterpriseId, associationId }
  return { type: event.move, ...fields.data, by, at: event.at, reopenUntil: String(event.payload.reopenUntil) } as Move
}
