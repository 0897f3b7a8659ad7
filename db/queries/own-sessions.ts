import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { sessions } from '#db/schema/index.ts'

/** A person's open sessions, the newest first; those begun before `since` are past their absolute limit. */
export const ownSessions = (db: Db, personId: number, since: Date) =>
  db
    .select({ id: sessions.id, address: sessions.address, createdAt: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.userId, personId), gt(sessions.expiresAt, sql`now()`), gt(sessions.createdAt, since)))
    .orderBy(desc(sessions.createdAt), sessions.id)
