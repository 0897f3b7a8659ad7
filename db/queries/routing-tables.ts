import { asc, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { topicRoutes, topics, units, unitSuccessors, zones } from '#db/schema/index.ts'

/** Units, topics with their routes by date, and zones as the administrator keeps them: the ground of every suggestion. */
export async function routingTables(db: Db) {
  const [unitRows, successors, topicRows, routes, zoneRows] = await Promise.all([
    db.select().from(units).orderBy(asc(units.code)),
    db.select().from(unitSuccessors),
    db.select().from(topics).orderBy(asc(topics.code)),
    db.select().from(topicRoutes).orderBy(sql`${topicRoutes.validFrom} asc nulls first`),
    db.select({ nameVi: zones.name, kind: zones.kind, district: zones.district }).from(zones).orderBy(asc(zones.id)),
  ])
  const successorsOf = (code: string) => successors.filter(({ unit }) => unit === code).map(({ successor }) => successor)
  return {
    units: unitRows.map((unit) => ({ ...unit, successors: successorsOf(unit.code) })),
    topics: topicRows.map((topic) => ({ ...topic, routes: routes.filter((route) => route.topic === topic.code) })),
    zones: zoneRows,
  }
}
