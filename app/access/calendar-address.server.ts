import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { calendarAddresses, memberships, people, units } from '#db/schema/index.ts'
import type { Actor } from './actor.ts'
import { actorFrom, membershipColumns, personColumns } from './lucia.server.ts'
import { hashOfSecret, newSecret } from './secret.server.ts'
import { mayAct } from './standing.server.ts'

const inUse = (personId: number) => and(eq(calendarAddresses.personId, personId), isNull(calendarAddresses.revokedAt))

/** A new secret for the person's calendar in the role they are in now, told once; the one before stops working. */
export function newCalendarAddress(db: Db, { personId, membershipId }: Actor, at = new Date()): Promise<string> {
  return db.transaction(async (tx) => {
    await endCalendarAddresses(tx, personId, at)
    const { token, hash } = newSecret()
    await tx.insert(calendarAddresses).values({ hash, personId, membershipId, createdAt: at })
    return token
  })
}

export const endCalendarAddresses = (db: Db, personId: number, at = new Date()) =>
  db.update(calendarAddresses).set({ revokedAt: at }).where(inUse(personId))

export async function ownCalendarAddress(db: Db, personId: number) {
  const { createdAt, lastUsedAt } = calendarAddresses
  const [row] = await db.select({ createdAt, lastUsedAt }).from(calendarAddresses).where(inUse(personId))
  return row ?? null
}

/** Who stands behind a calendar's secret; nobody when it is unknown or revoked, or they may not act. */
export async function holderOfCalendar(db: Db, token: string | null, now = new Date()): Promise<Actor | undefined> {
  const hash = hashOfSecret(token)
  if (!hash) return undefined
  const [row] = await db
    .select({ id: calendarAddresses.id, person: personColumns, membership: membershipColumns, unitName: units.nameVi })
    .from(calendarAddresses)
    .innerJoin(people, eq(people.id, calendarAddresses.personId))
    .innerJoin(memberships, and(eq(memberships.id, calendarAddresses.membershipId), eq(memberships.personId, people.id)))
    .leftJoin(units, eq(units.code, memberships.unit))
    .where(and(eq(calendarAddresses.hash, hash), isNull(calendarAddresses.revokedAt), mayAct()))
  if (!row) return undefined
  // calendars ask every few hours for ever: one write an hour says enough
  const stale = or(isNull(calendarAddresses.lastUsedAt), lt(calendarAddresses.lastUsedAt, sql`${now.toISOString()}::timestamptz - interval '1 hour'`))
  await db.update(calendarAddresses).set({ lastUsedAt: now }).where(and(eq(calendarAddresses.id, row.id), stale))
  return actorFrom(row)
}
