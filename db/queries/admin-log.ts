import { and, count, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { adminEvents, calendarDays, deadlinePolicies, notices, people, topics, units, zones } from '#db/schema/index.ts'

type LogFilter = { subject?: string; subjectId?: string }

/** Changes outside the issues, newest first. `cursor` is the id of the last one of the page before. */
export async function adminLog(db: Db, { subject, subjectId }: LogFilter, cursor: number | null, limit = 30) {
  const rows = await db
    .select()
    .from(adminEvents)
    .where(and(
      subject ? eq(adminEvents.subject, subject) : undefined,
      subjectId ? eq(adminEvents.subjectId, subjectId) : undefined,
      cursor === null ? undefined : lt(adminEvents.id, cursor),
    ))
    .orderBy(desc(adminEvents.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null }
}

/** What an administrator should look at: how much there is, what is unconfirmed, which letters were given up. */
export async function adminFigures(db: Db) {
  const of = async (table: typeof units | typeof people | typeof topics | typeof zones | typeof calendarDays | typeof deadlinePolicies, where?: ReturnType<typeof eq>) =>
    (await db.select({ n: count() }).from(table).where(where))[0]?.n ?? 0
  const [allUnits, unverifiedUnits, active, disabled, allTopics, allZones, unverifiedDays, policies, letters] = await Promise.all([
    of(units), of(units, eq(units.verified, false)), of(people, isNull(people.disabledAt)), of(people, isNotNull(people.disabledAt)),
    of(topics), of(zones), of(calendarDays, eq(calendarDays.verified, false)), of(deadlinePolicies),
    db.select({ n: count() }).from(notices).where(and(isNotNull(notices.mailError), isNull(notices.mailedAt))),
  ])
  return { units: allUnits, unverifiedUnits, people: active, disabled, topics: allTopics, zones: allZones, unverifiedDays, policies, letters: letters[0]?.n ?? 0 }
}
