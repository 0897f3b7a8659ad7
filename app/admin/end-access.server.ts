import { and, eq, isNull } from 'drizzle-orm'
import { endAllSessions } from '#app/access/lucia.server.ts'
import type { Db } from '#db/client.ts'
import { apiTokens } from '#db/schema/index.ts'

/** Sessions end and tokens are revoked with the change that takes a right away: nothing goes on under the old one. */
export async function endAccess(tx: Db, personId: number): Promise<void> {
  await endAllSessions(tx, personId)
  await tx.update(apiTokens).set({ revokedAt: new Date() }).where(and(eq(apiTokens.personId, personId), isNull(apiTokens.revokedAt)))
}
