import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { people, savedViews } from '#db/schema/index.ts'

const mine = (by: By): SQL => sql`(${savedViews.personId} = ${by.personId})`

/** One's own views, then those shared with one's unit, role or everybody, by name; no more than anybody reads. */
export const viewsFor = (db: Db, by: By, most = 200) =>
  db
    .select({
      id: savedViews.id, name: savedViews.name, address: savedViews.address, sharedWith: savedViews.sharedWith, role: savedViews.role,
      own: sql<boolean>`${mine(by)}`, owner: people.name,
    })
    .from(savedViews)
    .innerJoin(people, eq(people.id, savedViews.personId))
    .where(or(
      mine(by),
      sql`shared_with = 'everybody'`,
      and(sql`shared_with = 'role'`, eq(savedViews.role, by.role === 'system' ? 'admin' : by.role)),
      by.unit === null ? undefined : and(sql`shared_with = 'unit'`, eq(savedViews.unit, by.unit)),
    ))
    .orderBy(sql`${mine(by)} desc, lower(${savedViews.name}) collate "vi-x-icu", ${savedViews.id}`)
    .limit(most)

export type SavedView = Awaited<ReturnType<typeof viewsFor>>[number]

/** Holds a person's views until the transaction ends, and returns their names. */
export async function holdViews(tx: Db, personId: number): Promise<{ id: number; name: string }[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('saved_views'), ${personId}::int)`)
  return tx.select({ id: savedViews.id, name: savedViews.name }).from(savedViews).where(eq(savedViews.personId, personId))
}
