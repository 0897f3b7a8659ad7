import { and, eq, isNull, sql } from 'drizzle-orm'
import type { DeadlineClock } from '#workflows/deadlines/policies.ts'
import type { Db } from '#db/client.ts'
import { deadlines } from '#db/schema/index.ts'
import { dueBy, policyAt, type Rules } from './rules.server.ts'

export type DeadlineRow = typeof deadlines.$inferSelect

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

export const stop = (db: Db, issueId: number, clock: DeadlineRow['clock'], at: Date, unit?: string | null) =>
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
