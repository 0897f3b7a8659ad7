import { and, asc, desc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import { openStates } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { quoted } from '#db/schema/columns.ts'
import { enterprises, issues, people } from '#db/schema/index.ts'

type Order = 'newest' | 'due'
export type PageRequest = { limit: number; cursor?: string; order?: Order }

const { id, code, version, state, text, conferenceId, group, topic, leadUnit, receivedAt, dueAt, dueOn, answeredAt } =
  getTableColumns(issues)

export const listColumns = {
  id, code, version, state, text, conferenceId, group, topic, leadUnit, receivedAt, dueAt, dueOn, answeredAt,
  enterprise: enterprises.name,
  taxCode: enterprises.taxCode,
  handler: people.name,
}

export const isOpen = sql`${issues.state} in (${quoted(openStates)})`

type Asking = {
  /** The page's text is put together once under this name; `where` then has placeholders for these values. */
  kept?: { name: string; values: Record<string, unknown> }
}

/**
 * One page of the issues that fit `where`, which says too what the person may see. `newest` runs down by id; `due` runs up
 * by due date and is for open issues, which always have one. `next` is where the following page begins, or null.
 */
export async function pageOfIssues(db: Db, where: SQL | undefined | (() => SQL | undefined), page: PageRequest, { kept }: Asking = {}) {
  const order = page.order ?? 'newest'
  const ask = () =>
    db
      .select(listColumns)
      .from(issues)
      .leftJoin(enterprises, eq(enterprises.id, issues.enterpriseId))
      .leftJoin(people, eq(people.id, issues.handlerId))
      .where(and(typeof where === 'function' ? where() : where, after(order, page.cursor)))
      .orderBy(...(order === 'due' ? [asc(issues.dueAt), asc(issues.id)] : [desc(issues.id)]))
      .limit(page.limit + 1)
  const rows = kept ? await prepared(db, `${kept.name}, ${page.limit} of it`, ask).execute(kept.values) : await ask()
  const items = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? items.at(-1) : undefined
  return { items, next: last ? cursorOf(order, last) : null }
}

export type ListedIssue = Awaited<ReturnType<typeof pageOfIssues>>['items'][number]

export const cursorOf = (order: Order, last: { id: number; dueAt: Date | null }) =>
  order === 'due' ? `${last.dueAt?.getTime() ?? 0}_${last.id}` : `${last.id}`

/** A cursor that nobody gave out begins at the beginning. */
export function after(order: Order, cursor: string | undefined, due: SQL = sql`${issues.dueAt}`): SQL | undefined {
  const [, millis, lastId] = /^(?:(\d{1,14})_)?(\d{1,15})$/.exec(cursor ?? '') ?? []
  if (lastId === undefined) return undefined
  if (order === 'newest') return sql`${issues.id} < ${Number(lastId)}`
  const at = new Date(Number(millis ?? 0)).toISOString()
  return sql`(${due}, ${issues.id}) > (${at}::timestamptz, ${Number(lastId)}::bigint)`
}
