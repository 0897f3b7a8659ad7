import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { memberships, people } from '#db/schema/index.ts'
import { givenName } from './given-name.ts'

/** Names of those who work in these units, by given name. */
export async function colleaguesIn(db: Db, units: string[]): Promise<string[]> {
  if (units.length === 0) return []
  const rows = await db
    .select({ name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(inArray(memberships.unit, units), inArray(memberships.role, ['officer', 'head']), sql`${people.disabledAt} is null`))
    .groupBy(people.name)
    .orderBy(givenName(people.name))
    .limit(200)
  return rows.map(({ name }) => name)
}
