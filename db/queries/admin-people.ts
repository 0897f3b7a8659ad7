import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { associations, enterprises, memberships, people, units } from '#db/schema/index.ts'
import type { Role } from '#workflows/resolution/actor.ts'
import { like } from './admin-units.ts'
import { givenName } from './given-name.ts'

type PeopleFilter = { q: string; role?: Role; unit?: string; status?: 'active' | 'disabled' }

const columns = {
  id: people.id, name: people.name, email: people.email, disabledAt: people.disabledAt, role: memberships.role,
  unitVi: units.nameVi, unitEn: units.nameEn, enterprise: enterprises.name, association: associations.name,
}

const withMembership = (db: Db) =>
  db
    .select(columns)
    .from(people)
    .leftJoin(memberships, eq(memberships.id, sql`(select min(m.id) from memberships m where m.person_id = ${people.id})`))
    .leftJoin(units, eq(units.code, memberships.unit))
    .leftJoin(enterprises, eq(enterprises.id, memberships.enterpriseId))
    .leftJoin(associations, eq(associations.id, memberships.associationId))

/** People by given name in Vietnamese order. `cursor` is the id of the last one of the page before. */
export async function listPeople(db: Db, { q, role, unit, status }: PeopleFilter, cursor: number | null, limit = 50) {
  const last = sql`(select ${givenName(sql`p.name`)}, p.id from people p where p.id = ${cursor})`
  const rows = await withMembership(db)
    .where(and(
      q ? sql`public.fold_vi(${people.name} || ' ' || ${people.email}) like '%' || public.fold_vi(${like(q)}) || '%'` : undefined,
      role && eq(memberships.role, role),
      unit ? eq(memberships.unit, unit) : undefined,
      status === 'disabled' ? isNotNull(people.disabledAt) : status === 'active' ? isNull(people.disabledAt) : undefined,
      cursor === null ? undefined : sql`(${givenName(people.name)}, ${people.id}) > ${last}`,
    ))
    .orderBy(givenName(people.name), asc(people.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null }
}

export async function personWithRole(db: Db, id: number) {
  const [person] = await db
    .select({
      id: people.id, name: people.name, email: people.email, locale: people.locale, demo: people.demo, disabledAt: people.disabledAt,
      createdAt: people.createdAt, role: memberships.role, unit: memberships.unit, taxCode: enterprises.taxCode,
      enterpriseName: enterprises.name, association: associations.name,
    })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(enterprises, eq(enterprises.id, memberships.enterpriseId))
    .leftJoin(associations, eq(associations.id, memberships.associationId))
    .where(eq(people.id, id))
    .orderBy(asc(memberships.id))
    .limit(1)
  return person
}

/** The roles a person has beside the first, those that ended with the day they ended on. */
export const furtherRoles = (db: Db, personId: number) =>
  db
    .select({ id: memberships.id, role: memberships.role, validTo: memberships.validTo, unitVi: units.nameVi, unitEn: units.nameEn, enterprise: enterprises.name, association: associations.name })
    .from(memberships)
    .leftJoin(units, eq(units.code, memberships.unit))
    .leftJoin(enterprises, eq(enterprises.id, memberships.enterpriseId))
    .leftJoin(associations, eq(associations.id, memberships.associationId))
    .where(and(eq(memberships.personId, personId), sql`${memberships.id} > (select min(m.id) from memberships m where m.person_id = ${personId})`))
    .orderBy(asc(memberships.id))

export const associationNames = async (db: Db) =>
  (await db.select({ name: associations.name }).from(associations).orderBy(sql`${associations.name} collate "vi-VN-x-icu"`)).map((row) => row.name)
