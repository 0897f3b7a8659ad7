import { and, inArray, or } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { issues } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { visibleTo } from './visible-to.ts'

/** Those of the issues that somebody may see in any of their capacities. */
export async function visibleAmong(db: Db, ids: number[], capacities: By[]): Promise<Set<number>> {
  if (ids.length === 0 || capacities.length === 0) return new Set()
  const rows = await db.select({ id: issues.id }).from(issues).where(and(inArray(issues.id, ids), or(...capacities.map(visibleTo))))
  return new Set(rows.map(({ id }) => id))
}

export const issueIsVisible = async (db: Db, id: number, by: By): Promise<boolean> => (await visibleAmong(db, [id], [by])).has(id)
