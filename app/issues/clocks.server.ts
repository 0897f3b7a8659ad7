import { and, eq, isNull, sql } from 'drizzle-orm'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { dueWithPauses } from '#workflows/deadlines/working-time.ts'
import type { DeadlineClock } from '#workflows/deadlines/policies.ts'
import type { Step } from '#workflows/resolution/advance.ts'
import type { Intent } from '#workflows/resolution/machine.ts'
import type { Db } from '#db/client.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import type { Due } from '#db/queries/save-move.ts'
import { deadlines, pauses } from '#db/schema/index.ts'
import { dueBy, policyAt, type Rules } from './rules.server.ts'

type DeadlineRow = typeof deadlines.$inferSelect
type Span = { from: Date; to: Date }
export type ClockPlan = { due: Due | undefined; write: (db: Db) => Promise<void> }

/**
 * What a move does to the clocks of an issue: the new date due, and the rows that say why.
 * Reads first and writes later, because the date goes into the conditional update that decides who was first.
 */
export async function planClocks(db: Db, before: PositionRow, step: Step, rules: Rules): Promise<ClockPlan> {
  const has = (intent: Intent) => step.effects.includes(intent)
  const at = new Date(step.move.at)
  const writes: ((db: Db) => Promise<unknown>)[] = []
  let due: Due | undefined

  if (has('stopAcceptClock') || has('startAcceptClock')) writes.push((tx) => stop(tx, before.id, 'accept', at))
  if (has('startAcceptClock')) writes.push((tx) => start(tx, before.id, 'accept', step.to.facts.leadUnit, at, rules))
  if (has('stopAnswerClock')) writes.push((tx) => stop(tx, before.id, 'answer', at))
  if (has('startOpinionClock') && step.move.type === 'requestOpinion') {
    const { unit } = step.move
    writes.push((tx) => start(tx, before.id, 'opinion', unit, at, rules))
  }
  if (has('stopOpinionClock')) writes.push((tx) => stop(tx, before.id, 'opinion', at, step.move.by.unit))
  if (has('stopVerdictClock')) writes.push((tx) => stop(tx, before.id, 'verdict', at))
  if (has('startVerdictClock')) {
    writes.push((tx) => stop(tx, before.id, 'verdict', at))
    writes.push((tx) => start(tx, before.id, 'verdict', null, at, rules))
  }
  if (has('restartAnswerClock')) {
    const policy = policyAt(rules, 'answer', before.deadlineClass, at)
    const { due: dueAt, dueOn } = dueBy(rules, policy, at)
    due = { dueAt, dueOn, firstDueOn: before.firstDueOn }
    writes.push((tx) => start(tx, before.id, 'answer', null, at, rules, before.deadlineClass))
  }
  const changed = await changeOfAnswerClock(db, before, step, rules)
  if (changed) {
    due = changed.due
    writes.push(changed.write)
  }
  return {
    due,
    write: async (tx) => {
      for (const write of writes) await write(tx)
    },
  }
}

/** Start of a clock as a row. The accept and answer policies may differ by class; the others have one. */
export async function start(
  db: Db,
  issueId: number,
  clock: DeadlineRow['clock'],
  unit: string | null,
  at: Date,
  rules: Rules,
  deadlineClass: 'simple' | 'severalUnits' | 'urgent' | null = null,
) {
  const policy = policyAt(rules, clock as DeadlineClock, deadlineClass, at)
  const { due } = dueBy(rules, policy, at)
  await db.insert(deadlines).values({
    issueId,
    clock,
    unit,
    policyCode: policy.code,
    startedAt: at,
    amount: policy.amount,
    amountUnit: policy.unit,
    convention: policy.convention,
    firstDueAt: due,
    dueAt: due,
  })
}

const stop = (db: Db, issueId: number, clock: DeadlineRow['clock'], at: Date, unit?: string | null) =>
  db
    .update(deadlines)
    .set({ stoppedAt: at, met: sql`${deadlines.dueAt} >= ${at.toISOString()}::timestamptz` })
    .where(
      and(
        eq(deadlines.issueId, issueId),
        eq(deadlines.clock, clock),
        isNull(deadlines.stoppedAt),
        unit ? eq(deadlines.unit, unit) : undefined,
      ),
    )

/** A class given, a pause, its end or an extension: the same answer clock, computed again from its start. */
async function changeOfAnswerClock(db: Db, before: PositionRow, step: Step, rules: Rules) {
  const { move } = step
  const given = move.type === 'route' || move.type === 'reroute' ? move.deadlineClass : undefined
  const pausing = step.effects.includes('pauseAnswerClock')
  const resuming = step.effects.includes('resumeAnswerClock')
  const extension = move.type === 'grantExtension' ? move.workingDays : 0
  if (!pausing && !resuming && !extension && (!given || given === before.deadlineClass)) return undefined

  const [clock] = await db
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.issueId, before.id), eq(deadlines.clock, 'answer'), isNull(deadlines.stoppedAt)))
  if (!clock) return undefined
  const at = new Date(move.at)
  const bound = pausing ? dueBy(rules, policyAt(rules, 'enterprise', null, at), at).due : at
  const spans = await pausedSpans(db, before.id, resuming ? at : undefined)
  const policy = given ? policyAt(rules, 'answer', given, clock.startedAt) : undefined
  const next = {
    ...clock,
    ...(policy && { policyCode: policy.code, amount: policy.amount, amountUnit: policy.unit, convention: policy.convention }),
    extensionDays: clock.extensionDays + extension,
  }
  const { due: dueAt, dueOn } = dueOf(next, pausing ? [...spans, { from: at, to: bound }] : spans, rules)
  const firstDueAt = given ? dueAt : clock.firstDueAt
  return {
    due: { dueAt, dueOn, firstDueOn: given ? dueOn : (before.firstDueOn ?? localDate(clock.firstDueAt, rules.calendar)) },
    write: async (tx: Db) => {
      await tx.update(deadlines).set({ ...changeable(next), dueAt, firstDueAt }).where(eq(deadlines.id, clock.id))
      if (pausing && move.type === 'askEnterprise') {
        await tx.insert(pauses).values({ issueId: before.id, reason: 'awaitingEnterprise', question: move.question, startedAt: at, until: bound })
        await start(tx, before.id, 'enterprise', null, at, rules)
      }
      if (resuming) {
        await tx.update(pauses).set({ endedAt: at }).where(and(eq(pauses.issueId, before.id), isNull(pauses.endedAt)))
        await stop(tx, before.id, 'enterprise', at)
      }
    },
  }
}

const changeable = ({ policyCode, amount, amountUnit, convention, extensionDays }: DeadlineRow) => ({
  policyCode,
  amount,
  amountUnit,
  convention,
  extensionDays,
})

/** While a pause lasts the clock is shown as if it lasted to its bound: a waiting issue never looks overdue. */
export async function pausedSpans(db: Db, issueId: number, endingAt?: Date): Promise<Span[]> {
  const rows = await db.select().from(pauses).where(eq(pauses.issueId, issueId))
  return rows.map((pause) => {
    const to = pause.endedAt ?? endingAt ?? pause.until
    return { from: pause.startedAt, to: to < pause.until ? to : pause.until }
  })
}

/** The same computation that gave a stored deadline, with its steps: «why this date». */
export const dueOf = (clock: DeadlineRow, spans: Span[], rules: Rules) =>
  dueWithPauses({
    start: clock.startedAt,
    amount: clock.amount,
    unit: clock.amountUnit,
    convention: clock.convention,
    calendar: rules.calendar,
    pauses: spans,
    extensionDays: clock.extensionDays,
  })
