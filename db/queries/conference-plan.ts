import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { conferenceSeries, groups, schemeGroups } from '#db/schema/index.ts'

/** Every scheme with its groups in order: what a conference may choose from. */
export async function schemesWithGroups(db: Db) {
  const rows = await db
    .select({ scheme: schemeGroups.scheme, code: groups.code, nameVi: groups.nameVi, nameEn: groups.nameEn })
    .from(schemeGroups)
    .innerJoin(groups, eq(groups.code, schemeGroups.group))
    .orderBy(asc(schemeGroups.scheme), asc(schemeGroups.position))
  const schemes = [...new Set(rows.map(({ scheme }) => scheme))]
  return schemes.map((scheme) => ({ scheme, groups: rows.filter((row) => row.scheme === scheme) }))
}

/** The series there are, by name. */
export const seriesByName = (db: Db) =>
  db.select({ id: conferenceSeries.id, name: conferenceSeries.name }).from(conferenceSeries).orderBy(sql`${conferenceSeries.name} collate "vi-VN-x-icu"`)
