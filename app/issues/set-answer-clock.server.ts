import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import { deadlineChanges, deadlines } from '#db/schema/index.ts'
import { endOfWorkingDay, localDate } from '#workflows/deadlines/calendar.ts'
import type { Move } from '#workflows/resolution/facts.ts'
import { daysTo } from './opinion-clocks.server.ts'
import type { Rules } from './rules.server.ts'

/**
 * The day a notice of conclusions sets in place of the policy's term. The running clock ends, neither met nor missed, and
 * one with that day begins, so that each keeps its own first date; the issue's first date stays.
 */
export async function setAnswerClock(db: Db, before: PositionRow, { dueOn: chosen, at: moment }: Extract<Move, { type: 'setDeadline' }>, rules: Rules) {
  const at = new Date(moment)
  const dueAt = endOfWorkingDay(chosen, rules.calendar)
  const running = and(eq(deadlines.issueId, before.id), eq(deadlines.clock, 'answer'), isNull(deadlines.stoppedAt))
  const [clock] = await db.select({ dueAt: deadlines.dueAt }).from(deadlines).where(running)
  return {
    due: { dueAt, dueOn: localDate(dueAt, rules.calendar), firstDueOn: before.firstDueOn },
    write: async (tx: Db) => {
      await tx.update(deadlines).set({ stoppedAt: at }).where(running)
      const [set] = await tx.insert(deadlines).values({
        issueId: before.id, clock: 'answer', policyCode: 'conclusion.dueOn', startedAt: at, amount: Math.max(1, daysTo(dueAt, at, rules)),
        amountUnit: 'day', convention: 'A', firstDueAt: dueAt, dueAt,
      }).returning({ id: deadlines.id })
      if (!clock || !set) return
      await tx.insert(deadlineChanges).values({
        deadlineId: set.id, oldDueAt: clock.dueAt, newDueAt: dueAt, reason: 'conclusion', eventSeq: before.version + 1, at,
      })
    },
  }
}
