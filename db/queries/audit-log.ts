import { and, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { internalNotes, issueEvents, issues } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { noteReadBy } from './internal-notes.ts'
import { visibleTo } from './visible-to.ts'

type EventFilter = { code?: string; person?: string; unit?: string; move?: string; from?: string; to?: string }

/** Midnight in Hanoi at the beginning of a yyyy-MM-dd date. */
const midnight = (date: string, after = 0) => new Date(Date.parse(`${date}T00:00:00+07:00`) + after * 86_400_000)

const names = (column: SQL, typed: string) =>
  sql`public.fold_vi(${column}) like '%' || public.fold_vi(${typed.replace(/[\\%_]/g, '\\$&')}) || '%'`

/**
 * Events of the issues a person may see, newest first; `from` and `to` are whole days in Hanoi. A unit's events are
 * those made in its name; a person's are those they made and those made for them. `cursor` is the id of the last event of the page before.
 */
export async function searchEvents(db: Db, by: By, filter: EventFilter, cursor: number | null, limit = 50) {
  const { code, person, unit, move, from, to } = filter
  const rows = await db
    .select({
      id: issueEvents.id, at: issueEvents.at, code: issues.code, seq: issueEvents.seq, move: issueEvents.move, from: issueEvents.from,
      to: issueEvents.to, personName: issueEvents.personName, onBehalfOf: issueEvents.onBehalfOf, role: issueEvents.role, unit: issueEvents.unit, unitName: issueEvents.unitName,
      note: issueEvents.note,
    })
    .from(issueEvents)
    .innerJoin(issues, eq(issues.id, issueEvents.issueId))
    .where(and(
      visibleTo(by),
      code ? eq(issues.code, code.toUpperCase()) : undefined,
      person ? sql`(${names(sql`${issueEvents.personName}`, person)} or ${names(sql`${issueEvents.onBehalfOf}`, person)})` : undefined,
      unit ? eq(issueEvents.unit, unit) : undefined,
      move ? eq(issueEvents.move, move) : undefined,
      from ? gte(issueEvents.at, midnight(from)) : undefined,
      to ? lt(issueEvents.at, midnight(to, 1)) : undefined,
      cursor === null ? undefined : lt(issueEvents.id, cursor),
    ))
    .orderBy(desc(issueEvents.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null }
}

/** Internal notes of the same, as who may read them; `move` asks for nothing here. */
export async function searchNotes(db: Db, by: By, { code, person, unit, from, to }: EventFilter, cursor: number | null, limit = 50) {
  const n = internalNotes
  const rows = await db
    .select({
      id: n.id, at: n.at, code: issues.code, text: n.text, author: n.authorName, onBehalfOf: n.onBehalfOf, role: n.role, unitName: n.unitName,
      shared: n.shared, hash: n.hash,
    })
    .from(n)
    .innerJoin(issues, eq(issues.id, n.issueId))
    .where(and(
      visibleTo(by),
      noteReadBy(by, { shared: sql`${n.shared}`, unit: sql`${n.unit}`, issueId: sql`${n.issueId}` }),
      code ? eq(issues.code, code.toUpperCase()) : undefined,
      person ? sql`(${names(sql`${n.authorName}`, person)} or ${names(sql`${n.onBehalfOf}`, person)})` : undefined,
      unit ? eq(n.unit, unit) : undefined,
      from ? gte(n.at, midnight(from)) : undefined,
      to ? lt(n.at, midnight(to, 1)) : undefined,
      cursor === null ? undefined : lt(n.id, cursor),
    ))
    .orderBy(desc(n.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null }
}
