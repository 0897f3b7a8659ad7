import { asc, eq, sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { enterprises, issues, people } from '#db/schema/index.ts'
import { after, cursorOf, listColumns, type PageRequest } from './issue-pages.ts'

/** Rows `(issue_id, due_at)`, joined as `own`, and the date to go by. `some`: not every issue of the queue has one. */
export type OwnDate = { from: SQL; due: SQL; some?: true }

/** Who said «not ours», the latest first. */
export type HandBack = { by: string | null; note: string | null; competentUnit: string | null; at: string }

const handBacksOf = sql<HandBack[] | null>`(select json_agg(json_build_object('by', v.unit_name, 'note', v.note,
  'competentUnit', v.payload ->> 'competentUnit', 'at', v.at) order by v.seq desc)
  from issue_events v where v.issue_id = ${issues.id} and v.move = 'handBack' and ${issues.handBacks} > 0 and ${issues.state} = 'received')`

/**
 * One page of a queue in the order in which its own work is due: an opinion, a forwarding. The date shown is that one.
 * `seen` holds both what the queue asks and what the person may see.
 */
export async function pageByOwnDate(db: Db, by: By, seen: SQL | undefined, { from, due, some }: OwnDate, page: Omit<PageRequest, 'order'>) {
  const ownDue = due.mapWith(issues.dueAt)
  const base = db
    .select({
      ...listColumns,
      dueAt: ownDue,
      dueOn: sql<string | null>`to_char(${due} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`,
      handBacks: by.role === 'officer' || by.role === 'head' ? sql<HandBack[] | null>`null` : handBacksOf,
    })
    .from(issues)
    .leftJoin(enterprises, eq(enterprises.id, issues.enterpriseId))
    .leftJoin(people, eq(people.id, issues.handlerId))
    .$dynamic()
  const on = sql`own.issue_id = ${issues.id}`
  const joined = some ? base.leftJoin(sql`${from} own`, on) : base.innerJoin(sql`${from} own`, on)
  const rows = await joined.where(sql`${seen} and ${after('due', page.cursor, due) ?? sql`true`}`).orderBy(sql`${due}`, asc(issues.id)).limit(page.limit + 1)
  const items = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? items.at(-1) : undefined
  return { items, next: last ? cursorOf('due', { id: last.id, dueAt: last.dueAt as Date | null }) : null }
}
