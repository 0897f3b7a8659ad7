import { and, eq, inArray, isNull, lte, lt, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { statesWith } from '#workflows/resolution/advance.ts'
import type { Db } from '#db/client.ts'
import { issues, opinions, pauses } from '#db/schema/index.ts'

export type Waiting = {
  id: number
  version: number
  for: 'enterprise' | 'verdict' | 'opinion'
  /** Whose opinion is missing. */
  unit: string | null
}

export const waitingAtOnce = 100

/** Issues whose waiting time is over: for the enterprise to supply or to dispute, for a unit to give its opinion. */
export async function overdueForClock(db: Db, now: Date): Promise<Waiting[]> {
  const nobody = sql<string | null>`null::text`
  const enterprise = db
    .select({ id: issues.id, version: issues.version, for: sql<Waiting['for']>`'enterprise'`, unit: nobody })
    .from(pauses)
    .innerJoin(issues, eq(issues.id, pauses.issueId))
    .where(and(isNull(pauses.endedAt), lte(pauses.until, now), eq(issues.state, 'awaitingEnterprise'), isNull(issues.annulledAt)))
  const verdict = db
    .select({ id: issues.id, version: issues.version, for: sql<Waiting['for']>`'verdict'`, unit: nobody })
    .from(issues)
    .where(and(eq(issues.state, 'resolved'), lt(issues.reopenUntil, now), isNull(issues.annulledAt)))
  const opinion = db
    .select({ id: issues.id, version: issues.version, for: sql<Waiting['for']>`'opinion'`, unit: sql<string | null>`${opinions.unit}` })
    .from(opinions)
    .innerJoin(issues, eq(issues.id, opinions.issueId))
    .where(and(eq(opinions.state, sql`'requested'`), lt(opinions.dueAt, now), inArray(issues.state, statesWith('noOpinion')), isNull(issues.annulledAt)))
  return unionAll(enterprise, verdict, opinion).limit(waitingAtOnce)
}
