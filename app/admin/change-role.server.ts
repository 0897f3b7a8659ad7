import { asc, eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { memberships } from '#db/schema/index.ts'
import { capacityOf } from './capacity.server.ts'
import { endAccess } from './end-access.server.ts'
import { endDelegations } from '#app/absence/end-delegations.server.ts'
import { keepAnAdmin } from './keep-an-admin.server.ts'
import type { CapacityInput } from './person-form.ts'
import { recordChange } from './record-change.server.ts'

const capacity = {
  role: memberships.role, unit: memberships.unit, enterpriseId: memberships.enterpriseId, associationId: memberships.associationId,
}

/** Puts a person into another role, or into the same one elsewhere. Sessions, tokens and who stands in for whom end with it. */
export function changeRole(db: Db, by: Actor, personId: number, input: CapacityInput): Promise<void> {
  return db.transaction(async (tx) => {
    if (input.role !== 'admin') await keepAnAdmin(tx, personId)
    const [held] = await tx
      .select({ id: memberships.id, ...capacity })
      .from(memberships).where(eq(memberships.personId, personId)).orderBy(asc(memberships.id)).limit(1).for('update')
    if (!held) return notFound('person')
    const { id, ...before } = held
    const [after] = await tx.update(memberships).set(await capacityOf(tx, input)).where(eq(memberships.id, id)).returning(capacity)
    await endAccess(tx, personId)
    await endDelegations(tx, personId)
    await recordChange(tx, by, { subject: 'person', subjectId: personId, change: 'changeRole', before, after })
  })
}
