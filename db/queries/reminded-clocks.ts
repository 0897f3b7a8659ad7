import { and, eq, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm'
import type { RemindedClock, Sent } from '#workflows/deadlines/reminders.ts'
import { owedStates } from '#workflows/commitment/machine.ts'
import { owingStates } from '#workflows/directive/machine.ts'
import { remindedClocks } from '#workflows/deadlines/reminders.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { commitments, deadlines, directives, issues, reminders } from '#db/schema/index.ts'
import { inForceOn } from './in-force.ts'

/** A row in which a date is kept that people are reminded of. */
export const keptDates = ['deadlines', 'commitments', 'directives'] as const
export type Kept = (typeof keptDates)[number]
/** Those whose date is new or has moved, in order of their ids, or those whose next look is due. */
export type Which = { toPlanAfter: number } | { dueBy: Date }
type Stored = { stage: Sent['stage']; at: string }

const saidOf = (column: SQL) =>
  sql<Stored[]>`coalesce((select json_agg(json_build_object('stage', r.stage, 'at', r.sent_at)) from ${reminders} r where ${column}), '[]')`

const ofIssue = {
  issueId: sql<number | null>`${issues.id}`.mapWith(issues.id), code: issues.code, state: sql<IssueState | null>`${issues.state}`, leadUnit: issues.leadUnit,
  enterpriseId: issues.enterpriseId, associationId: issues.associationId,
  atLeader: sql<boolean>`(${issues.needsLeader} and ${issues.headApprovedBy} is not null)`,
  /** What left the register, or follows another law, is nobody's to be reminded of. */
  counts: sql<boolean>`(${issues.annulledAt} is null and ${issues.track} = 'petition')`,
}

/** Who it lies with by name, while they still are of the unit that owes something. */
const ofUnit = (person: SQL, unit: SQL, today: string) => sql<number | null>`(select m.person_id::int from memberships m join people p on p.id = m.person_id
  where m.person_id = ${person} and m.unit = ${unit} and m.role in ('officer', 'head') and ${inForceOn(today)} limit 1)`

const nobody = sql<number | null>`null::int`

/**
 * A batch of clocks or commitments with all that a reminder needs, locked until the transaction ends and passing over
 * what another worker holds. `today` is the local date on which people must be in their role.
 */
export async function remindable(db: Db, kept: Kept, which: Which, today: string, limit: number) {
  const read = { deadlines: clocks, commitments: promises, directives: explanations }[kept]
  const rows = await read(db, which, today, limit)
  return rows.map((row) => ({ ...row, kept, sent: row.said.map(({ stage, at }): Sent => ({ stage, at: new Date(at) })) }))
}

export type Remindable = Awaited<ReturnType<typeof remindable>>[number]

function clocks(db: Db, which: Which, today: string, limit: number) {
  const planning = 'toPlanAfter' in which
  const wanted = planning
    ? sql`${deadlines.plannedFor} is distinct from ${deadlines.dueAt} and ${deadlines.id} > ${which.toPlanAfter}`
    : lte(deadlines.remindAt, which.dueBy)
  const owing = sql`coalesce(${deadlines.unit}, ${issues.leadUnit})`
  return db
    .select({
      ...ofIssue, id: deadlines.id, clock: sql<RemindedClock>`${deadlines.clock}`, unit: sql<string | null>`${owing}`,
      startedAt: deadlines.startedAt, dueAt: deadlines.dueAt, dueOn: sql<string | null>`null`, amountUnit: deadlines.amountUnit,
      handler: planning ? nobody : ofUnit(sql`${issues.handlerId}`, owing, today), said: saidOf(sql`r.deadline_id = ${deadlines.id}`),
    })
    .from(deadlines)
    .innerJoin(issues, eq(issues.id, deadlines.issueId))
    .where(and(isNull(deadlines.stoppedAt), inArray(deadlines.clock, remindedClocks.filter((clock) => clock !== 'commitment' && clock !== 'directive')), wanted))
    .orderBy(planning ? deadlines.id : deadlines.remindAt)
    .limit(limit)
    .for('update', { of: deadlines, skipLocked: true })
}

/** When something was promised says the move that did; of promises older than those, the letter. */
const promisedAt = sql<string>`coalesce((select e.at from issue_events e where e.issue_id = ${commitments.issueId} and e.move = 'commit'
  order by e.seq offset ${commitments.number} - 1 limit 1), ${issues.answeredAt}, ${issues.receivedAt})`.mapWith(deadlines.startedAt)

function promises(db: Db, which: Which, today: string, limit: number) {
  const planning = 'toPlanAfter' in which
  const wanted = planning
    ? sql`${commitments.plannedFor} is distinct from ${commitments.dueOn} and ${commitments.id} > ${which.toPlanAfter}`
    : lte(commitments.remindAt, which.dueBy)
  return db
    .select({
      ...ofIssue, id: commitments.id, clock: sql<RemindedClock>`'commitment'`, unit: sql<string | null>`${commitments.ownerUnit}`,
      startedAt: promisedAt, dueAt: sql<Date | null>`null`, dueOn: commitments.dueOn, amountUnit: sql<'day' | 'hour'>`'day'`,
      handler: planning ? nobody : ofUnit(sql`coalesce(${commitments.responsibleId}, ${issues.handlerId})`, sql`${commitments.ownerUnit}`, today), said: saidOf(sql`r.commitment_id = ${commitments.id}`),
    })
    .from(commitments)
    .innerJoin(issues, eq(issues.id, commitments.issueId))
    .where(and(inArray(commitments.state, [...owedStates]), wanted))
    .orderBy(planning ? commitments.id : commitments.remindAt)
    .limit(limit)
    .for('update', { of: commitments, skipLocked: true })
}

/** Explanations that a unit owes, of an issue or of a figure. */
function explanations(db: Db, which: Which, _today: string, limit: number) {
  const planning = 'toPlanAfter' in which
  const wanted = planning
    ? sql`${directives.plannedFor} is distinct from ${directives.dueOn} and ${directives.id} > ${which.toPlanAfter}`
    : lte(directives.remindAt, which.dueBy)
  return db
    .select({
      issueId: sql<number | null>`null`, code: sql<string>`${directives.id}::text`, state: sql<IssueState | null>`null`, leadUnit: sql<string | null>`${directives.unit}`,
      enterpriseId: nobody, associationId: nobody, atLeader: sql<boolean>`false`, counts: sql<boolean>`true`,
      id: directives.id, clock: sql<RemindedClock>`'directive'`, unit: sql<string | null>`${directives.unit}`, startedAt: directives.askedAt,
      dueAt: sql<Date | null>`null`, dueOn: directives.dueOn, amountUnit: sql<'day' | 'hour'>`'day'`, handler: nobody, said: saidOf(sql`r.directive_id = ${directives.id}`),
    })
    .from(directives)
    .where(and(inArray(directives.state, [...owingStates]), wanted))
    .orderBy(planning ? directives.id : directives.remindAt)
    .limit(limit)
    .for('update', { of: directives, skipLocked: true })
}

type Look = { id: number; next: Date | null }

/** Writes down when to look again, for the date that stands now. */
export async function saveLooks(db: Db, kept: Kept, looks: Look[]): Promise<void> {
  if (looks.length === 0) return
  const planned = kept === 'deadlines' ? sql`due_at` : sql`due_on`
  await db.execute(sql`update ${sql.identifier(kept)} k set planned_for = k.${planned}, remind_at = l.next
    from jsonb_to_recordset(${JSON.stringify(looks)}::jsonb) as l(id bigint, next timestamptz) where k.id = l.id`)
}

type Reminder = typeof reminders.$inferInsert

/** Keeps those that were not said yet, and returns what they are about. */
export async function keepReminders(db: Db, rows: Reminder[]): Promise<Set<number>> {
  if (rows.length === 0) return new Set()
  const stored = await db.execute<{ id: string }>(sql`
    insert into ${reminders} (issue_id, deadline_id, commitment_id, directive_id, clock, stage, due_at, sent_at)
    select issue_id, deadline_id, commitment_id, directive_id, clock, stage, due_at, sent_at from jsonb_populate_recordset(null::reminders, ${JSON.stringify(rows.map(columnsOf))}::jsonb)
    on conflict do nothing returning coalesce(deadline_id, commitment_id, directive_id) as id`)
  return new Set([...stored].map(({ id }) => Number(id)))
}

const columnsOf = ({ issueId, deadlineId, commitmentId, directiveId, clock, stage, dueAt, sentAt }: Reminder) => ({
  issue_id: issueId, deadline_id: deadlineId, commitment_id: commitmentId, directive_id: directiveId, clock, stage, due_at: dueAt, sent_at: sentAt,
})
