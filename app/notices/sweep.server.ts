import { lt } from 'drizzle-orm'
import { forgetOldKeys } from '#app/http/once.server.ts'
import type { Db } from '#db/client.ts'
import { rateLimits, sessions } from '#db/schema/index.ts'

/** What only takes room: sessions that ended, counters of attempts and keys of forms past their time. */
export async function sweep(db: Db, now = new Date()): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now))
  await db.delete(rateLimits).where(lt(rateLimits.expire, now))
  await forgetOldKeys(db)
}
