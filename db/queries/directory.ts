import { asc } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { groups, topics, units } from '#db/schema/index.ts'

export type Named = { code: string; nameVi: string; nameEn: string }
export type DirectoryUnit = Named & { kind: string; validFrom: string | null; validTo: string | null }
export type Directory = {
  units: Map<string, DirectoryUnit>
  groups: Map<string, Named>
  topics: Map<string, Named & { group: string }>
}

const kept = new WeakMap<Db, { directory: Promise<Directory>; until: number }>()

/**
 * Units, groups and topics by code, for naming them on screens. A few hundred rows that change a few times a year and
 * that every page asks for, so they are held for five seconds.
 */
export function directoryOf(db: Db): Promise<Directory> {
  const known = kept.get(db)
  if (known && known.until > Date.now()) return known.directory
  const directory = read(db)
  kept.set(db, { directory, until: Date.now() + 5000 })
  directory.catch(() => kept.delete(db))
  return directory
}

async function read(db: Db): Promise<Directory> {
  const named = <T extends typeof units | typeof groups | typeof topics>(table: T) => ({
    code: table.code,
    nameVi: table.nameVi,
    nameEn: table.nameEn,
  })
  const [unitRows, groupRows, topicRows] = await Promise.all([
    db.select({ ...named(units), kind: units.kind, validFrom: units.validFrom, validTo: units.validTo }).from(units).orderBy(asc(units.code)),
    db.select(named(groups)).from(groups).orderBy(asc(groups.code)),
    db.select({ ...named(topics), group: topics.group }).from(topics).orderBy(asc(topics.code)),
  ])
  const byCode = <R extends { code: string }>(rows: R[]) => new Map(rows.map((row) => [row.code, row]))
  return { units: byCode(unitRows), groups: byCode(groupRows), topics: byCode(topicRows) }
}
