import { and, count, desc, eq, isNull, lte, sql, type SQLWrapper } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { issues, notices } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { visibleTo } from './visible-to.ts'

const unread = sql<boolean>`(${notices.readAt} is null)`

/**
 * A page of a person's inbox, unread first, then newest first. What a notice was about is left out where the person may
 * no longer see the issue. `cursor` is `next` of the page before.
 */
export async function noticesOf(db: Db, by: By & { personId: number }, cursor: string | null, limit = 30) {
  const [, wasUnread, lastId] = /^([01])-(\d{1,15})$/.exec(cursor ?? '') ?? []
  const rows = await db
    .select({
      id: notices.id, kind: notices.kind, params: notices.params, createdAt: notices.createdAt, unread, issueId: notices.issueId,
      code: issues.code,
    })
    .from(notices)
    .leftJoin(issues, and(eq(issues.id, notices.issueId), visibleTo(by)))
    .where(and(
      eq(notices.personId, by.personId),
      lastId === undefined ? undefined : sql`(${unread}, ${notices.id}) < (${wasUnread === '1'}::boolean, ${lastId}::bigint)`,
    ))
    .orderBy(desc(unread), desc(notices.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const items = shown.map(({ id, createdAt, unread, kind, params, issueId, code }) => ({
    id, createdAt, unread, about: issueId === null || code !== null ? { kind, params, code } : null,
  }))
  return { items, next: last ? `${Number(last.unread)}-${last.id}` : null }
}

/** How many notices wait for whom a query is about, to be read along with them. */
export const unreadOf = (person: SQLWrapper) =>
  sql<number>`(select count(*)::int from notices n where n.person_id = ${person} and n.read_at is null)`

export async function unreadCount(db: Db, personId: number): Promise<number> {
  const [row] = await db.select({ n: count() }).from(notices).where(and(eq(notices.personId, personId), isNull(notices.readAt)))
  return row?.n ?? 0
}

/** One of the person's own notices, or all up to the newest they have seen: what arrives meanwhile stays unread. */
export const readNotices = (db: Db, personId: number, which: { id: number } | { upTo: number }, at: Date) =>
  db
    .update(notices)
    .set({ readAt: at })
    .where(and(
      eq(notices.personId, personId),
      isNull(notices.readAt),
      'id' in which ? eq(notices.id, which.id) : lte(notices.id, which.upTo),
    ))
