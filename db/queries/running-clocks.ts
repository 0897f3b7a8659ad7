import { and, asc, eq, gte, inArray, isNull, lt, notInArray, sql, type SQL } from 'drizzle-orm'
import type { IssueClocks, KnownPause, RunningClock } from '#workflows/deadlines/recount.ts'
import { finalStates } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { deadlines, issues } from '#db/schema/index.ts'

/** Which running clocks a change of rules can reach: those that cover a time, or those of one kind. */
export type Reach = { from: Date; to: Date } | { clock: string }

const reached = (reach: Reach): SQL | undefined =>
  'clock' in reach ? sql`${deadlines.clock} = ${reach.clock}` : and(lt(deadlines.startedAt, reach.to), gte(deadlines.dueAt, reach.from))

const notEnded = and(isNull(issues.annulledAt), notInArray(issues.state, [...finalStates]))

/** The issues still in somebody's hands whose running clocks are within reach, in order. */
export async function issuesInReach(db: Db, reach: Reach): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: deadlines.issueId })
    .from(deadlines)
    .innerJoin(issues, eq(issues.id, deadlines.issueId))
    .where(and(isNull(deadlines.stoppedAt), reached(reach), notEnded))
    .orderBy(asc(deadlines.issueId))
  return rows.map(({ id }) => id)
}

/** Issues first, then their clocks, as a move does: whoever moves one of them meanwhile waits, or is waited for. */
export const lockIssues = (db: Db, ids: number[]) =>
  db.select({ id: issues.id }).from(issues).where(inArray(issues.id, ids)).orderBy(asc(issues.id)).for('update')

const columns = {
  id: issues.id, code: issues.code, version: issues.version, lastHash: issues.lastHash, state: issues.state, leadUnit: issues.leadUnit,
  group: issues.group, topic: issues.topic, deadlineClass: issues.deadlineClass, dueAt: issues.dueAt, reopenUntil: issues.reopenUntil,
  answeredAt: issues.answeredAt, resolvedAt: issues.resolvedAt, confirmedAt: issues.confirmedAt,
}

// Spelled out: in a select from one table Drizzle writes a column without its table, and the inner table's id would win.
const clocksOf = sql<Json<RunningClock>[]>`(select coalesce(json_agg(json_build_object('id', d.id, 'clock', d.clock, 'unit', d.unit,
  'policyCode', d.policy_code, 'startedAt', d.started_at, 'amount', d.amount, 'amountUnit', d.amount_unit, 'convention', d.convention,
  'extensionDays', d.extension_days, 'firstDueAt', d.first_due_at, 'dueAt', d.due_at) order by d.id), '[]')
  from deadlines d where d.issue_id = issues.id and d.stopped_at is null)`
const pausesOf = sql<Json<KnownPause>[]>`(select coalesce(json_agg(json_build_object('from', p.started_at,
  'to', least(coalesce(p.ended_at, p.until), p.until), 'lasting', p.ended_at is null)), '[]') from pauses p where p.issue_id = issues.id)`

type Json<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] }

/** Issues as the count needs them; those that ended meanwhile are left out. */
export async function clocksToRecount(db: Db, ids: number[]) {
  const rows = await db
    .select({ ...columns, clocks: clocksOf, pauses: pausesOf })
    .from(issues)
    .where(and(inArray(issues.id, ids), notEnded))
    .orderBy(asc(issues.id))
  return rows.map((row) => ({
    ...row,
    clocks: row.clocks.map((clock) => ({
      ...clock, startedAt: new Date(clock.startedAt), firstDueAt: new Date(clock.firstDueAt), dueAt: new Date(clock.dueAt),
    })),
    pauses: row.pauses.map((pause) => ({ ...pause, from: new Date(pause.from), to: new Date(pause.to) })),
  })) satisfies IssueClocks[]
}

export type IssueToRecount = Awaited<ReturnType<typeof clocksToRecount>>[number]
