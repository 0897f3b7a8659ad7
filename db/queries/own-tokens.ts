import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { apiTokens } from '#db/schema/index.ts'

/** The tokens that act for a person today, the newest first. */
export const ownTokens = (db: Db, personId: number) =>
  db
    .select({ id: apiTokens.id, name: apiTokens.name, createdAt: apiTokens.createdAt, lastUsedAt: apiTokens.lastUsedAt })
    .from(apiTokens)
    .where(and(eq(apiTokens.personId, personId), isNull(apiTokens.revokedAt), or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, sql`now()`))))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
