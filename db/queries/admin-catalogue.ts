import { asc, desc, eq, gte, and, lte, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { calendarDays, deadlinePolicies, groups, schemeGroups, topicRoutes, topics, zones } from '#db/schema/index.ts'

const vi = (column: unknown) => sql`${column} collate "vi-VN-x-icu"`

export const listGroups = (db: Db) =>
  db
    .select({
      code: groups.code, nameVi: groups.nameVi, nameEn: groups.nameEn,
      topics: sql<number>`(select count(*)::int from topics t where t.group_code = ${groups.code})`,
    })
    .from(groups)
    .leftJoin(schemeGroups, and(eq(schemeGroups.group, groups.code), eq(schemeGroups.scheme, 'standard')))
    .orderBy(asc(schemeGroups.position), asc(groups.code))

/** Topics with the route in force today. */
export const listTopics = (db: Db) => {
  const now = (column: string) => sql<string | null>`(select r.${sql.raw(column)} from topic_routes r where r.topic = ${topics.code}
    and (r.valid_from is null or r.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date) order by r.valid_from desc nulls last limit 1)`
  return db
    .select({ code: topics.code, group: topics.group, nameVi: topics.nameVi, nameEn: topics.nameEn, leadUnit: now('lead_unit'), leadInZone: now('lead_in_zone') })
    .from(topics)
    .orderBy(asc(topics.group), vi(topics.nameVi))
}

export async function topicWithRoutes(db: Db, code: string) {
  const [topic] = await db.select().from(topics).where(eq(topics.code, code))
  if (!topic) return undefined
  const routes = await db.select().from(topicRoutes).where(eq(topicRoutes.topic, code)).orderBy(sql`${topicRoutes.validFrom} desc nulls last`)
  return { topic, routes }
}

export const listZones = (db: Db) => db.select().from(zones).orderBy(asc(zones.kind), vi(zones.name))

export const daysOfYear = (db: Db, year: number) =>
  db.select().from(calendarDays).where(and(gte(calendarDays.date, `${year}-01-01`), lte(calendarDays.date, `${year}-12-31`))).orderBy(asc(calendarDays.date))

export async function calendarDay(db: Db, date: string) {
  const [day] = await db.select().from(calendarDays).where(eq(calendarDays.date, date))
  return day
}

/** Every version ever, the newest of each term first. */
export const listPolicies = (db: Db) =>
  db.select().from(deadlinePolicies).orderBy(asc(deadlinePolicies.clock), asc(deadlinePolicies.class), sql`${deadlinePolicies.validFrom} desc nulls last`, desc(deadlinePolicies.id))
