import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { memberships, people } from '#db/schema/index.ts'
import { capacityOf } from './capacity.server.ts'
import type { CapacityInput } from './person-form.ts'
import { recordChange } from './record-change.server.ts'

/** Gives a person a role beside those they have; which one they act in they choose after signing in. */
export function addRole(db: Db, by: Actor, personId: number, input: CapacityInput): Promise<void> {
  return db.transaction(async (tx) => {
    // two administrators adding the same role at once: the second waits, and finds it there
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
    if (!person) return notFound('person')
    const added = await capacityOf(tx, input)
    const same = Object.entries(added).map(([name, value]) => sql`${memberships[name as keyof typeof added]} is not distinct from ${value}`)
    const [held] = await tx.select({ id: memberships.id }).from(memberships).where(and(eq(memberships.personId, personId), isNull(memberships.validTo), ...same))
    if (held) throw new Invalid({ '': { key: 'admin:invalid.roleHeld' } })
    await tx.insert(memberships).values({ personId, ...added })
    await recordChange(tx, by, { subject: 'person', subjectId: personId, change: 'addRole', after: added })
  })
}
