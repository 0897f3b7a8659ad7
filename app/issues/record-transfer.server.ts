import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { commitments, deadlines, issues, opinions } from '#db/schema/index.ts'
import { owed } from '#workflows/commitment/promises.ts'
import type { Step } from '#workflows/resolution/advance.ts'

/**
 * What is open passes to the successor with its dates; what the former unit did stays under its name. The officer at work
 * keeps the issue where they go along to the successor, else it waits for whoever takes it up there.
 */
export async function recordTransfer(db: Db, issueId: number, { move, from: before }: Step): Promise<void> {
  if (move.type !== 'transferUnit') return
  const { from, to } = move
  const numbers = owed(before.facts.commitments).map((one) => one.number)
  const open = and(eq(deadlines.issueId, issueId), isNull(deadlines.stoppedAt), eq(deadlines.unit, from))
  await db.update(deadlines).set({ unit: to }).where(open)
  await db.update(opinions).set({ unit: to }).where(and(eq(opinions.issueId, issueId), eq(opinions.unit, from), eq(opinions.state, 'requested')))
  if (numbers.length > 0) {
    await db
      .update(commitments)
      .set({ ownerUnit: to })
      .where(and(eq(commitments.issueId, issueId), eq(commitments.ownerUnit, from), inArray(commitments.number, numbers)))
  }
  if (before.facts.leadUnit !== from) return
  await db.update(issues).set({ handlerId: null }).where(and(eq(issues.id, issueId), sql`not exists (
    select 1 from memberships m where m.person_id = ${issues.handlerId} and m.unit = ${to})`))
}
