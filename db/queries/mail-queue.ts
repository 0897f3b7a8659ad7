import { eq, inArray, or, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { memberships, notices, people } from '#db/schema/index.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { todayThere } from './capacities.ts'

export type Queued = { id: number; personId: number; issueId: number | null; kind: string; params: Record<string, string | number>; createdAt: Date; attempts: number }

const isReminder = sql.raw("kind like 'remind.%'")

/**
 * Takes one letter that is due, for as long as `leaseMs`: no other worker sees it until then. Usually it is one notice;
 * all reminders of a person that are due are one letter, and only who takes the first of them takes any. The claim is
 * committed at once, so a slow mail server holds no transaction open, and a worker that dies gives the letter back by the
 * clock.
 */
export async function claimLetter(db: Db, now: Date, leaseMs: number): Promise<Queued[]> {
  const instant = sql`${now.toISOString()}::timestamptz`
  const isDue = sql`mailed_at is null and mail_at <= ${instant}`
  const first = sql`select n.id, n.person_id, n.kind from notices n where n.mailed_at is null and n.mail_at <= ${instant}
    and (n.kind not like 'remind.%' or not exists (select 1 from notices o where o.person_id = n.person_id and o.mailed_at is null
      and o.mail_at <= ${instant} and o.kind like 'remind.%' and (o.mail_at, o.id) < (n.mail_at, n.id)))
    order by n.mail_at, n.id limit 1 for update skip locked`
  const others = sql`select o.id from notices o where o.person_id = (select person_id from head where ${isReminder}) and ${isReminder} and ${isDue} for update`
  return db
    .update(notices)
    .set({ mailAt: new Date(now.getTime() + leaseMs), mailAttempts: sql`${notices.mailAttempts} + 1` })
    .where(sql`${notices.id} = any(array(with head as materialized (${first}), others as materialized (${others})
      select id from head union select id from others))`)
    .returning({
      id: notices.id, personId: notices.personId, issueId: notices.issueId, kind: notices.kind, params: notices.params,
      createdAt: notices.createdAt, attempts: notices.mailAttempts,
    })
}

type Settled = { mailedAt?: Date; mailAt?: Date | null; mailError: string | null }

export const settleLetter = (db: Db, ids: number[], settled: Settled) => db.update(notices).set(settled).where(inArray(notices.id, ids))

/** The person a letter goes to, and every capacity in which they could read the issue behind it, another's whom they stand in for too. */
export async function receiverOf(db: Db, personId: number) {
  const rows = await db
    .select({
      name: people.name, address: people.email, locale: people.locale, disabledAt: people.disabledAt, role: memberships.role,
      unit: memberships.unit, enterpriseId: memberships.enterpriseId, associationId: memberships.associationId, holderId: memberships.personId,
    })
    .from(people)
    .innerJoin(memberships, or(eq(memberships.personId, people.id), sql`${memberships.id} in (select s.membership_id from stand_ins(${todayThere}) s where s.person_id = ${people.id})`))
    .where(eq(people.id, personId))
  const [person] = rows
  if (!person || person.disabledAt) return undefined
  const capacities = rows.map(({ holderId, role, unit, enterpriseId, associationId }): By => (
    { personId, role, unit, enterpriseId, associationId, ...(holderId !== personId && { standsIn: true }) }))
  return { name: person.name, address: person.address, locale: person.locale, capacities }
}
