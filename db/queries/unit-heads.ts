import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { inForceOn } from './in-force.ts'

/** Units that somebody can sign for on that local date: also one that ended and whose work nobody took over yet. */
export async function unitsWithHead(db: Db, today: string): Promise<Set<string>> {
  const rows = await db.execute<{ unit: string }>(sql`select distinct m.unit from memberships m join people p on p.id = m.person_id
    where m.role = 'head' and m.unit is not null and ${inForceOn(today)}`)
  return new Set([...rows].map(({ unit }) => unit))
}
