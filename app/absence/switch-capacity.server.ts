import { and, eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { capacitiesOf } from '#db/queries/capacities.ts'
import { sessions } from '#db/schema/index.ts'

/** Goes on in another role of the same person, or of somebody they stand in for today, in this session alone. */
export async function switchCapacity(db: Db, by: Actor, sessionId: string, membershipId: number): Promise<void> {
  const capacities = await capacitiesOf(db, by.personId)
  if (!capacities.some((one) => one.membershipId === membershipId)) notFound('membership')
  await db.update(sessions).set({ membershipId }).where(and(eq(sessions.id, sessionId), eq(sessions.userId, by.personId)))
}
