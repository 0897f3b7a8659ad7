import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { carryOverExclusions, issues } from '#db/schema/index.ts'
import { inColumn, raisedBefore, type Carrying } from './carry-over.ts'

/** Whether the conference takes this issue up, as things stand. */
export async function isCarriedNow(tx: Db, issueId: number, of: Carrying): Promise<boolean> {
  const rows = await tx.select({ id: issues.id }).from(issues)
    .where(and(eq(issues.id, issueId), sql`${issues.annulledAt} is null`, raisedBefore(of), inColumn('carried', of)))
  return rows.length > 0
}

/** A second one, written at the same time, changes nothing of the first. */
export async function writeExclusion(tx: Db, row: typeof carryOverExclusions.$inferInsert): Promise<boolean> {
  const written = await tx.insert(carryOverExclusions).values(row).onConflictDoNothing().returning({ issueId: carryOverExclusions.issueId })
  return written.length > 0
}

export async function dropExclusion(tx: Db, conferenceId: number, issueId: number): Promise<boolean> {
  const gone = await tx.delete(carryOverExclusions)
    .where(and(eq(carryOverExclusions.conferenceId, conferenceId), eq(carryOverExclusions.issueId, issueId)))
    .returning({ issueId: carryOverExclusions.issueId })
  return gone.length > 0
}
