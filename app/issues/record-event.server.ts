import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { appendEvent, hashOf, type EventContent, type SealedEvent } from '#db/queries/event-chain.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import type { ColumnsAfter } from '#db/queries/save-move.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Step } from '#workflows/resolution/advance.ts'

/** The event of a step, linked to the one before. Its payload is the move as made, so that the log can be replayed. */
export function sealEvent(before: PositionRow, step: Step, after: ColumnsAfter, by: Actor | By): SealedEvent {
  const { type, at, by: _by, ...payload } = step.move
  const content: EventContent = {
    issueId: before.id,
    seq: before.version + 1,
    move: type,
    from: step.from.state,
    to: step.to.state,
    at,
    ...whoOf(by),
    note: 'note' in payload && payload.note ? payload.note : null,
    payload: { ...payload, enterpriseId: by.enterpriseId, associationId: by.associationId },
    previousHash: before.lastHash,
    leadUnit: after.leadUnit,
    group: after.group,
    topic: after.topic,
    dueAt: iso(after.dueAt),
    answeredAt: iso(after.answeredAt),
    resolvedAt: iso(after.resolvedAt),
    confirmedAt: iso(after.confirmedAt),
  }
  return { content, hash: hashOf(content) }
}

export const recordEvent = (db: Db, event: SealedEvent) => appendEvent(db, event.content, event.hash)

export const whoOf = (by: Actor | By) => ({
  personId: by.personId,
  personName: 'name' in by ? by.name : null,
  role: by.role,
  onBehalfOf: ('onBehalfOf' in by && by.onBehalfOf?.name) || null,
  unit: by.unit,
  unitName: 'unitName' in by ? by.unitName : null,
})

const iso = (instant: Date | null) => instant?.toISOString() ?? null
