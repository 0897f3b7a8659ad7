import { desc, inArray, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { conferences } from '#db/schema/index.ts'

/** The conferences one may filter by, the latest first. */
export const conferenceChoices = (db: Db) =>
  db
    .select({ id: conferences.id, title: conferences.title, heldOn: conferences.heldOn })
    .from(conferences)
    .orderBy(desc(conferences.heldOn), desc(conferences.id))
    .limit(100)

/** Conferences, the latest entered first; `next` is where the following page begins, or null. */
export async function pageOfConferences(db: Db, { limit, cursor }: { limit: number; cursor?: string }) {
  const before = /^\d{1,15}$/.test(cursor ?? '') ? sql`${conferences.id} < ${Number(cursor)}` : undefined
  const rows = await db
    .select({ id: conferences.id, title: conferences.title, heldOn: conferences.heldOn })
    .from(conferences)
    .where(before)
    .orderBy(desc(conferences.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null }
}

export const conferenceNames = (db: Db, ids: number[]) =>
  db
    .select({ id: conferences.id, title: conferences.title, heldOn: conferences.heldOn })
    .from(conferences)
    .where(inArray(conferences.id, ids))
