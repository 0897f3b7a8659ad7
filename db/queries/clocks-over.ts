import { and, eq, gte, isNull, lt, notInArray, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { deadlines, issues } from '#db/schema/index.ts'
import { finalStates } from '#workflows/resolution/states.ts'

export type RunningClock = Pick<typeof deadlines.$inferSelect, 'issueId' | 'startedAt' | 'amount' | 'amountUnit' | 'convention' | 'extensionDays' | 'dueAt'> & {
  pauses: { from: string; to: string }[]
}

/** The answer clocks of open issues that were running on that day or will be: the only ones a change of it can move. */
export function clocksOver(db: Db, from: Date, to: Date): Promise<RunningClock[]> {
  return db
    .select({
      issueId: deadlines.issueId, startedAt: deadlines.startedAt, amount: deadlines.amount, amountUnit: deadlines.amountUnit,
      convention: deadlines.convention, extensionDays: deadlines.extensionDays, dueAt: deadlines.dueAt,
      pauses: sql<RunningClock['pauses']>`coalesce((select json_agg(json_build_object('from', p.started_at, 'to', least(coalesce(p.ended_at, p.until), p.until)))
        from pauses p where p.issue_id = ${deadlines.issueId}), '[]')`,
    })
    .from(deadlines)
    .innerJoin(issues, eq(issues.id, deadlines.issueId))
    .where(and(
      eq(deadlines.clock, 'answer'), isNull(deadlines.stoppedAt), lt(deadlines.startedAt, to), gte(deadlines.dueAt, from),
      isNull(issues.annulledAt), notInArray(issues.state, [...finalStates]),
    ))
}
