import { aliasedTable, and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { delegations, memberships, people, units } from '#db/schema/index.ts'
import { delegatingRoles, todayThere } from './capacities.ts'
import { givenName } from './given-name.ts'
import { inForceOn } from './in-force.ts'

const delegate = aliasedTable(people, 'delegate')

/** What a person has handed over, and what is handed to them, today and later. */
export const delegationsOf = (db: Db, personId: number) =>
  db
    .select({
      id: delegations.id, holderId: people.id, holder: people.name, role: memberships.role, unitVi: units.nameVi, unitEn: units.nameEn,
      to: delegate.name, fromOn: delegations.fromOn, untilOn: delegations.untilOn, reason: delegations.reason,
    })
    .from(delegations)
    .innerJoin(memberships, eq(memberships.id, delegations.membershipId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(delegate, eq(delegate.id, delegations.toPersonId))
    .leftJoin(units, eq(units.code, memberships.unit))
    .where(and(isNull(delegations.endedAt), gte(delegations.untilOn, todayThere), or(eq(people.id, personId), eq(delegate.id, personId))))
    .orderBy(asc(delegations.fromOn), asc(delegations.id))

export type Term = { membershipId: number; toPersonId: number; fromOn: string; untilOn: string }

export type Handed = Awaited<ReturnType<typeof delegationsOf>>[number]

/** What stands against a delegation: another one of that role in those days, or a circle that it would close. */
export async function obstacleTo(db: Db, { membershipId, toPersonId, fromOn, untilOn }: Term, holderId: number): Promise<'overlap' | 'loop' | undefined> {
  const [row] = await db.execute<{ overlap: boolean; loop: boolean }>(sql`
    with recursive reach as (
      select ${toPersonId}::bigint as person_id, ${fromOn}::date as from_on, ${untilOn}::date as until_on
      union
      select d.to_person_id, greatest(r.from_on, d.from_on), least(r.until_on, d.until_on)
      from reach r join memberships m on m.person_id = r.person_id
      join delegations d on d.membership_id = m.id and d.ended_at is null and d.from_on <= r.until_on and d.until_on >= r.from_on
    )
    select exists (select from delegations d where d.membership_id = ${membershipId} and d.ended_at is null
      and d.from_on <= ${untilOn}::date and d.until_on >= ${fromOn}::date) as overlap,
      exists (select from reach where person_id = ${holderId}) as loop`)
  return row?.overlap ? 'overlap' : row?.loop ? 'loop' : undefined
}

const inOffice = sql.raw("('officer', 'head', 'coordinator', 'secretary', 'leader')")

export type StandIn = { id: number; name: string; unitVi: string; unitEn: string }

/** The people who may stand in: of the units named, or of all where none is; in order of their given names. */
export async function possibleStandIns(db: Db, without: number, units?: string[]): Promise<StandIn[]> {
  const rows = await db.execute<Omit<StandIn, 'id'> & { id: string }>(sql`
    select distinct on (person.sorted, p.id) p.id, p.name, u.name_vi as "unitVi", u.name_en as "unitEn"
    from memberships m join people p on p.id = m.person_id join units u on u.code = m.unit
    cross join lateral (select ${givenName(sql`p.name`)} as sorted) person
    where m.role in ${inOffice} and p.id <> ${without} and ${inForceOn(todayThere)} and ${units === undefined ? sql`true` : sql`m.unit = any(${sql.param(units)}::text[])`}
    order by person.sorted, p.id, m.id`)
  return [...rows].map((row) => ({ ...row, id: Number(row.id) }))
}

/** A role that may be handed over today, with its holder; `undefined` for any other. */
export async function delegable(db: Db, membershipId: number) {
  const [row] = await db.execute<{ holderId: string; holder: string; unit: string | null }>(sql`
    select p.id as "holderId", p.name as holder, m.unit from memberships m join people p on p.id = m.person_id
    where m.id = ${membershipId} and m.role in (${quoted(delegatingRoles)}) and ${inForceOn(todayThere)}`)
  return row && { ...row, holderId: Number(row.holderId) }
}
