import { and, count, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { notices } from '#db/schema/index.ts'

export async function countUnread(db: Db, personId: number): Promise<number> {
  const [row] = await db.select({ n: count() }).from(notices).where(and(eq(notices.personId, personId), isNull(notices.readAt)))
  return row?.n ?? 0
}
