import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { issueEvents, issues } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { visibleTo } from './visible-to.ts'

export type EventFilter = { code?: string; person?: string; unit?: string; move?: string; from?: string; to?: string }

/** Midnight in Hanoi at the beginning of a yyyy-MM-dd date. */
const midnight = (date: string, after = 0) => new Date(Date.parse(`${date}T00:00:00+07:00`) + after * 86_400_000)

/**
 * Events of the issues a person may see, newest first; `from` and `to` are whole days in Hanoi. A unit's events are
 * those made in its name. `cursor` is the id of the last event of the page before.
 */
export async function searchEvents(db: Db, by: By, filter: EventFilter, cursor: number | null, limit = 50) {
  const { code, person, unit, move, from, to } = filter
  const rows = await db
    .select({
      id: issueEvents.id, at: issueEvents.at, code: issues.code, seq: issueEvents.seq, move: issueEvents.move, from: issueEvents.from,
      to: issueEvents.to, personName: issueEvents.personName, role: issueEvents.role, unit: issueEvents.unit, unitName: issueEvents.unitName,
      note: issueEvents.note,
    })
    .from(issueEvents)
    .innerJoin(issues, eq(issues.id, issueEvents.issueId))
    .where(and(
      visibleTo(by),
      code ? eq(issues.code, code.toUpperCase()) : undefined,
      person ? sql`public.fold_vi(${issueEvents.personName}) like '%' || public.fold_vi(${person.replace(/[\\%_]/g, '\\$&')}) || '%'` : undefined,
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
