import { and, eq, isNull } from 'drizzle-orm'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { dueOf, isChosenDay } from '#workflows/deadlines/stored-clock.ts'
import type { Pause } from '#workflows/deadlines/working-time.ts'
import type { Step } from '#workflows/resolution/advance.ts'
import type { Db } from '#db/client.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import { deadlineChanges, deadlines, pauses } from '#db/schema/index.ts'
import { dueBy, policyAt, type Rules } from './rules.server.ts'
import { start, stop, type DeadlineRow } from './run-clock.server.ts'

/** A class given, a pause, its end or an extension: the same answer clock, computed again from its start. */
export async function changeOfAnswerClock(db: Db, before: PositionRow, step: Step, rules: Rules) {
  const { move } = step
  const given = move.type === 'route' || move.type === 'reroute' || move.type === 'changeClass' ? move.deadlineClass : undefined
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
  // a date that the conclusion of a conference set outlasts every class given later
  const policy = given && !isChosenDay(clock) ? policyAt(rules, 'answer', given, clock.startedAt) : undefined
  const next = {
    ...clock,
    ...(policy && { policyCode: policy.code, amount: policy.amount, amountUnit: policy.unit, convention: policy.convention }),
    extensionDays: clock.extensionDays + extension,
  }
  const { due: dueAt, dueOn } = dueOf(next, pausing ? [...spans, { from: at, to: bound }] : spans, rules.calendar)
  // the class first given makes the first date; once it stands, the first date is kept through every change
  const firstGiven = policy !== undefined && move.type !== 'changeClass'
  const firstDueAt = firstGiven ? dueAt : clock.firstDueAt
  return {
    due: { dueAt, dueOn, firstDueOn: firstGiven ? dueOn : (before.firstDueOn ?? localDate(clock.firstDueAt, rules.calendar)) },
    write: async (tx: Db) => {
      await tx.update(deadlines).set({ ...changeable(next), dueAt, firstDueAt }).where(eq(deadlines.id, clock.id))
      if (dueAt.getTime() !== clock.dueAt.getTime()) {
        const reason = given ? 'class' : extension ? 'extension' : 'pause'
        await tx.insert(deadlineChanges).values({ deadlineId: clock.id, oldDueAt: clock.dueAt, newDueAt: dueAt, reason, eventSeq: before.version + 1, at })
      }
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
async function pausedSpans(db: Db, issueId: number, endingAt?: Date): Promise<Pause[]> {
  const rows = await db.select().from(pauses).where(eq(pauses.issueId, issueId))
  return rows.map((pause) => {
    const to = pause.endedAt ?? endingAt ?? pause.until
    return { from: pause.startedAt, to: to < pause.until ? to : pause.until }
  })
}
