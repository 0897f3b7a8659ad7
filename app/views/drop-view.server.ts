import { and, eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { savedViews } from '#db/schema/index.ts'

/** Takes one of one's own views away, for everybody it was shared with too. */
export async function dropView(db: Db, id: number, by: Actor): Promise<void> {
  const gone = await db.delete(savedViews).where(and(eq(savedViews.id, id), eq(savedViews.personId, by.personId))).returning({ id: savedViews.id })
  if (gone.length === 0) notFound('view')
}
