import { and, eq, sql } from 'drizzle-orm'
import type { Step } from '#workflows/resolution/advance.ts'
import { isAnswered, isFinal, isResolved } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { issues } from '#db/schema/index.ts'
import type { PositionRow } from './issue-position.ts'

export type Due = { dueAt: Date | null; dueOn: string | null; firstDueOn: string | null }

/** What is true of the issue after the move, as columns: the event carries the same values. */
export function columnsAfter(before: PositionRow, step: Step, due: Due | undefined) {
  const { state, facts } = step.to
  const at = new Date(step.move.at)
  const answered = isAnswered(state)
  const routed = step.move.type === 'route' || step.move.type === 'reroute' ? step.move : undefined
  const answeredAt = answered ? (before.answeredAt ?? at) : null
  return {
    state,
    leadUnit: facts.leadUnit,
    group: routed?.group ?? before.group,
    topic: routed?.topic ?? before.topic,
    deadlineClass: facts.deadlineClass,
    text: step.move.type === 'split' ? step.move.rest : before.text,
    dueAt: due ? due.dueAt : before.dueAt,
    acceptedAt: step.move.type === 'accept' ? at : facts.leadUnit === null ? null : before.acceptedAt,
    handlerId: step.move.type === 'accept' ? step.move.by.personId : facts.leadUnit === null ? null : before.handlerId,
    answeredAt,
    firstAnsweredAt: before.firstAnsweredAt ?? answeredAt,
    resolvedAt: isResolved(state) ? (before.resolvedAt ?? at) : null,
    confirmedAt: facts.confirmed ? (before.confirmedAt ?? at) : null,
  }
}

export type ColumnsAfter = ReturnType<typeof columnsAfter>

/**
 * Writes state, facts and dates where the version still is the one that was read; `undefined` when someone was first.
 * The row lock this takes is what orders two moves on one issue.
 */
export async function saveMove(db: Db, before: PositionRow, step: Step, after: ColumnsAfter, due: Due | undefined, hash: string) {
  const { facts } = step.to
  const [saved] = await db
    .update(issues)
    .set({
      ...after,
      ...(due && { dueOn: due.dueOn, firstDueOn: due.firstDueOn }),
      ...verdictOf(step),
      ...claimOf(step),
      version: sql`${issues.version} + 1`,
      lastHash: hash,
      track: facts.track,
      needsLeader: facts.needsLeader,
      handBacks: facts.handBacks,
      handedBackBy: facts.handedBackBy,
      competenceDecided: facts.competenceDecided,
      lastEditorId: facts.lastEditorId,
      pending: facts.pending,
      headApprovedBy: facts.headApprovedBy,
      extension: facts.extension,
      answeredOnTheSpot: facts.answeredOnTheSpot,
      reopenings: facts.reopenings,
      reopenUntil: facts.reopenUntil ? new Date(facts.reopenUntil) : null,
      endedAt: isFinal(after.state) ? new Date(step.move.at) : null,
      updatedAt: new Date(step.move.at),
    })
    .where(and(eq(issues.id, before.id), eq(issues.version, before.version)))
    .returning({ id: issues.id, code: issues.code, state: issues.state, version: issues.version })
  return saved
}

const verdictOf = ({ move }: Step) =>
  move.type === 'confirmSolved' ? { satisfied: move.satisfied } : move.type === 'dispute' ? { satisfied: false } : {}

const claimOf = ({ move }: Step) =>
  move.type === 'claim' ? { enterpriseId: move.enterprise, associationId: move.association, filedBy: move.person } : {}
