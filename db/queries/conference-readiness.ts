import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { conferenceParticipants, issues } from '#db/schema/index.ts'
import { today } from './fact-columns.ts'
import { inBox } from './in-box.ts'
import { visibleTo } from './visible-to.ts'

export type UnitReadiness = { unit: string | null; all: number; answered: number; open: number; ungrouped: number; unrouted: number; unaccepted: number }

/** By lead unit, what is done and what is left of a conference's issues, by the boxes of the lists behind the numbers. */
export async function readinessByUnit(db: Db, by: By, conferenceId: number, now: Date): Promise<UnitReadiness[]> {
  const count = (where: SQL) => sql<number>`count(*) filter (where ${where})`.mapWith(Number)
  return db
    .select({
      unit: issues.leadUnit, all: sql<number>`count(*)`.mapWith(Number), answered: count(inBox('answered', today, now)), open: count(inBox('open', today, now)),
      ungrouped: count(sql`${inBox('open', today, now)} and ${issues.group} is null`), unrouted: count(sql`${issues.state} = 'received'`),
      unaccepted: count(sql`${issues.state} = 'routed'`),
    })
    .from(issues)
    .where(and(eq(issues.conferenceId, conferenceId), visibleTo(by)))
    .groupBy(issues.leadUnit)
    .orderBy(sql`count(*) filter (where ${inBox('open', today, now)}) desc`, issues.leadUnit)
}

export async function invitationCounts(db: Db, conferenceId: number): Promise<{ invited: number; unanswered: number }> {
  const [row] = await db
    .select({ invited: sql<number>`count(*)`.mapWith(Number), unanswered: sql<number>`count(*) filter (where ${conferenceParticipants.state} = 'invited')`.mapWith(Number) })
    .from(conferenceParticipants)
    .where(eq(conferenceParticipants.conferenceId, conferenceId))
  return row!
}
