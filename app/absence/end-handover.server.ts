import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { recordChange } from '#app/admin/record-change.server.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { delegations, memberships } from '#db/schema/index.ts'

/** The holder is back early, or it was a mistake: from this moment nobody stands in. For the holder and administrators. */
export function endHandover(db: Db, by: Actor, id: number, now = new Date()): Promise<void> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ holderId: memberships.personId, toPersonId: delegations.toPersonId, untilOn: delegations.untilOn })
      .from(delegations)
      .innerJoin(memberships, eq(memberships.id, delegations.membershipId))
      .where(and(eq(delegations.id, id), isNull(delegations.endedAt)))
    if (!found || (by.role !== 'admin' && found.holderId !== by.personId)) return notFound('delegation')
    await tx.update(delegations).set({ endedAt: now }).where(eq(delegations.id, id))
    await recordChange(tx, by, { subject: 'person', subjectId: found.holderId, change: 'endHandover', before: found })
  })
}
