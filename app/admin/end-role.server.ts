import { and, asc, eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { notFound, Refused } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { todayThere } from '#db/queries/capacities.ts'
import { memberships } from '#db/schema/index.ts'
import { endAccess } from './end-access.server.ts'
import { endDelegations } from '#app/absence/end-delegations.server.ts'
import { keepAnAdmin } from './keep-an-admin.server.ts'
import { recordChange } from './record-change.server.ts'

/** Ends a further role at once, sessions with it; the first one is changed, not ended. What was done in it stays theirs. */
export function endRole(db: Db, by: Actor, personId: number, membershipId: number): Promise<void> {
  return db.transaction(async (tx) => {
    const { id, role, unit } = memberships
    const held = await tx.select({ id, role, unit }).from(memberships).where(eq(memberships.personId, personId)).orderBy(asc(id)).for('update')
    const [first, ...further] = held
    if (first?.id === membershipId) throw new Refused({ key: 'admin:refused.firstRole' })
    const ending = further.find((one) => one.id === membershipId) ?? notFound('membership')
    if (ending.role === 'admin') await keepAnAdmin(tx, personId)
    await tx.update(memberships).set({ validTo: sql`${todayThere} - 1` }).where(and(eq(id, membershipId), eq(memberships.personId, personId)))
    await endAccess(tx, personId)
    await endDelegations(tx, personId)
    await recordChange(tx, by, { subject: 'person', subjectId: personId, change: 'endRole', before: { role: ending.role, unit: ending.unit } })
  })
}
