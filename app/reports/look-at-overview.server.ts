import { eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { reportLooks } from '#db/schema/index.ts'
import { oneLookMs } from '#workflows/reports/changes.ts'

/**
 * Keeps that the person looks at the overview, and says when they did before: null where they never had. For half an hour
 * every opening is the same look, so that a reload does not make news old.
 */
export async function lookAtOverview(db: Db, personId: number, now: Date): Promise<Date | null> {
  const [known] = await db.select().from(reportLooks).where(eq(reportLooks.personId, personId))
  const sameLook = new Date(now.getTime() - oneLookMs)
  if (known && known.lookedAt > sameLook) return known.beforeAt
  await db
    .insert(reportLooks)
    .values({ personId, lookedAt: now })
    .onConflictDoUpdate({
      target: reportLooks.personId,
      set: { beforeAt: sql`${reportLooks.lookedAt}`, lookedAt: now },
      // of two pages opened at once the second belongs to the look of the first
      setWhere: sql`${reportLooks.lookedAt} <= ${sameLook.toISOString()}::timestamptz`,
    })
  return known?.lookedAt ?? null
}
