import { and, asc, count, eq, gte, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { issues, memberships, topicRoutes, unitSuccessors, units } from '#db/schema/index.ts'
import { openStates } from '#workflows/resolution/states.ts'

const today = sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date`
const byName = sql`${units.nameVi} collate "vi-VN-x-icu"`

export type UnitScope = 'current' | 'ended' | 'unverified' | 'all'

/** Units whose name or code holds the words, without accents. */
export function listUnits(db: Db, q: string, scope: UnitScope) {
  const scopes: Record<UnitScope, SQL | undefined> = {
    current: or(isNull(units.validTo), gte(units.validTo, today)),
    ended: lt(units.validTo, today),
    unverified: eq(units.verified, false),
    all: undefined,
  }
  const words = q.trim() && sql`public.fold_vi(${units.nameVi} || ' ' || ${units.nameEn} || ' ' || ${units.code}) like '%' || public.fold_vi(${like(q.trim())}) || '%'`
  return db.select().from(units).where(and(scopes[scope], words || undefined)).orderBy(byName)
}

export const like = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** A unit with those before and after it, and what hangs on it today: counts only, an administrator sees no issue. */
export async function unitWithTies(db: Db, code: string) {
  const [unit] = await db.select().from(units).where(eq(units.code, code))
  if (!unit) return undefined
  const named = { code: units.code, nameVi: units.nameVi, nameEn: units.nameEn }
  const [successors, predecessors, open, people, topics] = await Promise.all([
    db.select(named).from(unitSuccessors).innerJoin(units, eq(units.code, unitSuccessors.successor)).where(eq(unitSuccessors.unit, code)).orderBy(byName),
    db.select(named).from(unitSuccessors).innerJoin(units, eq(units.code, unitSuccessors.unit)).where(eq(unitSuccessors.successor, code)).orderBy(byName),
    db.select({ n: count() }).from(issues).where(and(eq(issues.leadUnit, code), inArray(issues.state, [...openStates]), isNull(issues.annulledAt))),
    db.select({ n: count() }).from(memberships).where(eq(memberships.unit, code)),
    db.select({ n: sql<number>`count(distinct ${topicRoutes.topic})::int` }).from(topicRoutes).where(or(eq(topicRoutes.leadUnit, code), eq(topicRoutes.leadInZone, code))),
  ])
  return { unit, successors, predecessors, openIssues: open[0]?.n ?? 0, people: people[0]?.n ?? 0, topics: topics[0]?.n ?? 0 }
}

/** For choosing one: units in force today by name, and after them those that have ended. */
export async function unitChoices(db: Db) {
  const ended = sql<boolean>`coalesce(${units.validTo} < ${today}, false)`
  return db.select({ code: units.code, nameVi: units.nameVi, nameEn: units.nameEn, ended }).from(units).orderBy(asc(ended), byName)
}
