import { and, eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { topicRoutes } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'

export function removeRoute(db: Db, by: Actor, topic: string, id: number): Promise<void> {
  return db.transaction(async (tx) => {
    const [before] = await tx.delete(topicRoutes).where(and(eq(topicRoutes.topic, topic), eq(topicRoutes.id, id))).returning()
    if (before) await recordChange(tx, by, { subject: 'topic', subjectId: topic, change: 'removeRoute', before })
  })
}
