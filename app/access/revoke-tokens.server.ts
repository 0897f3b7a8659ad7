import { and, eq, isNull } from 'drizzle-orm'
import { recordChange } from '#app/admin/record-change.server.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { apiTokens } from '#db/schema/index.ts'
import type { Actor } from './actor.ts'
import { requireOwnAccount } from './require-own-account.server.ts'

const inUse = (personId: number) => and(eq(apiTokens.personId, personId), isNull(apiTokens.revokedAt))

/** At once: whoever may have learned a password may have made a token with it. */
export const revokeAllTokens = (db: Db, personId: number) => db.update(apiTokens).set({ revokedAt: new Date() }).where(inUse(personId))

/** A person takes back one of their own tokens; another's is not found. */
export async function revokeToken(db: Db, by: Actor, id: number): Promise<void> {
  await requireOwnAccount(db, by)
  await db.transaction(async (tx) => {
    const mine = and(inUse(by.personId), eq(apiTokens.id, id))
    const [token] = await tx.update(apiTokens).set({ revokedAt: new Date() }).where(mine).returning({ name: apiTokens.name })
    if (!token) return notFound('token')
    await recordChange(tx, by, { subject: 'person', subjectId: by.personId, change: 'revokeToken', before: { name: token.name } })
  })
}
