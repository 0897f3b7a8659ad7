import { sql } from 'drizzle-orm'
import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { memberships, notices, people } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'

export type Queued = { id: number; personId: number; issueId: number | null; kind: string; params: Record<string, string | number>; createdAt: Date; attempts: number }

/**
 * Takes one letter that is due, for as long as `leaseMs`: no other worker sees it until then. The claim is committed at
 * once, so a slow mail server holds no transaction open, and a worker that dies gives the letter back by the clock.
 */
export async function claimLetter(db: Db, now: Date, leaseMs: number): Promise<Queued | undefined> {
  const next = sql`(select id from notices where mailed_at is null and mail_at <= ${now.toISOString()}
    order by mail_at, id limit 1 for update skip locked)`
  const [row] = await db
    .update(notices)
    .set({ mailAt: new Date(now.getTime() + leaseMs), mailAttempts: sql`${notices.mailAttempts} + 1` })
    .where(sql`${notices.id} = ${next}`)
    .returning({
      id: notices.id, personId: notices.personId, issueId: notices.issueId, kind: notices.kind, params: notices.params,
      createdAt: notices.createdAt, attempts: notices.mailAttempts,
    })
  return row
}

type Settled = { mailedAt?: Date; mailAt?: Date | null; mailError: string | null }

export const settleLetter = (db: Db, id: number, settled: Settled) => db.update(notices).set(settled).where(eq(notices.id, id))

/** The person a letter goes to, and every capacity in which they could read the issue behind it. */
export async function receiverOf(db: Db, personId: number) {
  const rows = await db
    .select({
      name: people.name, address: people.email, locale: people.locale, disabledAt: people.disabledAt, role: memberships.role,
      unit: memberships.unit, enterpriseId: memberships.enterpriseId, associationId: memberships.associationId,
    })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(people.id, personId))
  const [person] = rows
  if (!person || person.disabledAt) return undefined
  const capacities = rows.map(({ role, unit, enterpriseId, associationId }): By => ({ personId, role, unit, enterpriseId, associationId }))
  return { name: person.name, address: person.address, locale: person.locale, capacities }
}
