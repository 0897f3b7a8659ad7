import { and, eq, isNull, lte, lt, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Db } from '#db/client.ts'
import { issues, pauses } from '#db/schema/index.ts'

export type Waiting = { id: number; version: number; for: 'enterprise' | 'verdict' }

/** Issues whose waiting time is over: for the enterprise to supply, or for it to dispute. The oldest hundred. */
export async function overdueForClock(db: Db, now: Date): Promise<Waiting[]> {
  const enterprise = db
    .select({ id: issues.id, version: issues.version, for: sql<Waiting['for']>`'enterprise'` })
    .from(pauses)
    .innerJoin(issues, eq(issues.id, pauses.issueId))
    .where(and(isNull(pauses.endedAt), lte(pauses.until, now), eq(issues.state, 'awaitingEnterprise'), isNull(issues.annulledAt)))
  const verdict = db
    .select({ id: issues.id, version: issues.version, for: sql<Waiting['for']>`'verdict'` })
    .from(issues)
    .where(and(eq(issues.state, 'resolved'), lt(issues.reopenUntil, now), isNull(issues.annulledAt)))
  return unionAll(enterprise, verdict).limit(100)
}
