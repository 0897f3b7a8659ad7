import { and, eq, sql } from 'drizzle-orm'
import { Refused } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { todayThere } from '#db/queries/capacities.ts'
import { memberships, people } from '#db/schema/index.ts'

/**
 * Refuses what would leave the register without anyone who can administer it. The rows of all administrators are
 * locked first, in order, so that two of them cannot take each other's role away at once.
 */
export async function keepAnAdmin(tx: Db, losing: number): Promise<void> {
  const admins = await tx
    .select({ personId: people.id, disabledAt: people.disabledAt })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.role, 'admin'), sql`(${memberships.validTo} is null or ${memberships.validTo} >= ${todayThere})`))
    .orderBy(memberships.id)
    .for('update')
  const active = admins.filter((one) => one.disabledAt === null)
  if (active.some((one) => one.personId === losing) && active.every((one) => one.personId === losing)) {
    throw new Refused({ key: 'admin:refused.lastAdmin' })
  }
}
