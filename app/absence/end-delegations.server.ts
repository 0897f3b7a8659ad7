import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { delegations, memberships } from '#db/schema/index.ts'

/** With another role nobody stands in for them, nor they for others: it was agreed for the role they had. */
export async function endDelegations(tx: Db, personId: number, now = new Date()): Promise<void> {
  const theirs = tx.select({ id: memberships.id }).from(memberships).where(eq(memberships.personId, personId))
  await tx
    .update(delegations)
    .set({ endedAt: now })
    .where(and(isNull(delegations.endedAt), or(inArray(delegations.membershipId, theirs), eq(delegations.toPersonId, personId))))
}
