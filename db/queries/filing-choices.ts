import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { associationMembers, conferences, enterprises, groups, schemeGroups, zones } from '#db/schema/index.ts'

/** The conferences an issue may still be meant for: the last dozen, those to come first. */
export const conferencesToFileUnder = (db: Db) =>
  db
    .select({ id: conferences.id, title: conferences.title, heldOn: conferences.heldOn, collectUntil: conferences.collectUntil })
    .from(conferences)
    .orderBy(desc(conferences.heldOn), desc(conferences.id))
    .limit(12)

/** The groups of a conference, or of the standard scheme, in their order. */
export const groupsToFileUnder = (db: Db, conferenceId: number | null) =>
  db
    .select({ code: groups.code, nameVi: groups.nameVi, nameEn: groups.nameEn })
    .from(schemeGroups)
    .innerJoin(groups, eq(groups.code, schemeGroups.group))
    .where(sql`${schemeGroups.scheme} = coalesce((select c.scheme from conferences c where c.id = ${conferenceId}::bigint), 'standard')`)
    .orderBy(asc(schemeGroups.position))

export const zonesByName = (db: Db) =>
  db
    .select({ name: zones.name, kind: zones.kind })
    .from(zones)
    .orderBy(sql`${zones.name} collate "vi-VN-x-icu"`)

/** The members who agreed that the association files for them. */
export const consentingMembers = (db: Db, associationId: number | null) =>
  db
    .select({ id: enterprises.id, name: enterprises.name, taxCode: enterprises.taxCode })
    .from(associationMembers)
    .innerJoin(enterprises, eq(enterprises.id, associationMembers.enterpriseId))
    .where(sql`${associationMembers.associationId} = ${associationId}`)
    .orderBy(sql`${enterprises.name} collate "vi-VN-x-icu"`)

/** Where an enterprise is and how it is reached, to spare people typing it again. */
export async function enterpriseCard(db: Db, id: number | null) {
  const { name, taxCode, zone, district, phone } = enterprises
  const [row] = await db.select({ name, taxCode, zone, district, phone }).from(enterprises).where(sql`${enterprises.id} = ${id}`)
  return row
}
