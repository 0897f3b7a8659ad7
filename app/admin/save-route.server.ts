import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { topicRoutes, topics } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'
import { requireUnits } from './require-units.server.ts'
import type { RouteInput } from './topic-form.ts'

/** Who leads and coordinates a topic from a day on. A second route of the same day takes the place of the first. */
export function saveRoute(db: Db, by: Actor, topic: string, route: RouteInput): Promise<void> {
  return db.transaction(async (tx) => {
    const [known] = await tx.select({ code: topics.code }).from(topics).where(eq(topics.code, topic)).for('update')
    if (!known) return notFound('topic')
    const { leadUnit, leadInZone, coordinatingUnits, validFrom } = route
    await requireUnits(tx, { leadUnit: [leadUnit], leadInZone: [leadInZone], coordinatingUnits })
    const sameDay = validFrom === null ? isNull(topicRoutes.validFrom) : eq(topicRoutes.validFrom, validFrom)
    const [before] = await tx.delete(topicRoutes).where(and(eq(topicRoutes.topic, topic), sameDay)).returning()
    const [after] = await tx.insert(topicRoutes).values({ topic, ...route }).returning()
    await recordChange(tx, by, { subject: 'topic', subjectId: topic, change: 'saveRoute', before, after })
  })
}
