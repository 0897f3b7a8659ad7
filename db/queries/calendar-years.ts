import { and, asc, count, desc, eq, gte, lte } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { calendarDays, calendarProposals, calendarSignOffs } from '#db/schema/index.ts'

export async function isYearEmpty(db: Db, year: number): Promise<boolean> {
  const [known] = await db.select({ date: calendarDays.date }).from(calendarDays)
    .where(and(gte(calendarDays.date, `${year}-01-01`), lte(calendarDays.date, `${year}-12-31`))).limit(1)
  return known === undefined
}

/** The last time somebody checked the year, standing or voided since. */
export async function signOffOf(db: Db, year: number) {
  const [last] = await db.select().from(calendarSignOffs).where(eq(calendarSignOffs.year, year)).orderBy(desc(calendarSignOffs.id)).limit(1)
  return last
}

/** Days of calendar files that wait for a decision, each with what the calendar says of the date already. */
export const waitingProposals = (db: Db, limit = 500) =>
  db
    .select({
      id: calendarProposals.id, date: calendarProposals.date, kind: calendarProposals.kind, name: calendarProposals.name,
      file: calendarProposals.file, known: calendarDays.name, knownKind: calendarDays.kind,
    })
    .from(calendarProposals)
    .leftJoin(calendarDays, eq(calendarDays.date, calendarProposals.date))
    .where(eq(calendarProposals.state, 'proposed'))
    .orderBy(asc(calendarProposals.date), asc(calendarProposals.id))
    .limit(limit)

export async function waitingCount(db: Db): Promise<number> {
  const [row] = await db.select({ n: count() }).from(calendarProposals).where(eq(calendarProposals.state, 'proposed'))
  return row?.n ?? 0
}

export async function waitingProposal(db: Db, id: string) {
  if (!/^\d{1,15}$/.test(id)) return undefined
  const { date, kind, name, file } = calendarProposals
  const [row] = await db.select({ id: calendarProposals.id, date, kind, name, file }).from(calendarProposals)
    .where(and(eq(calendarProposals.id, Number(id)), eq(calendarProposals.state, 'proposed')))
  return row
}
