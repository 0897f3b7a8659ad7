import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import { owedStates } from '#workflows/commitment/machine.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { statesWith } from '#workflows/resolution/advance.ts'
import type { IssueState } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { memberships, people, unitSuccessors, units } from '#db/schema/index.ts'
import { givenName } from './given-name.ts'
import { visibleTo } from './visible-to.ts'

type OpenWork = {
  id: number; code: string; version: number; state: IssueState; text: string; enterprise: string | null
  zone: string | null; zoneDistrict: string | null; district: string | null
  leads: boolean; opinion: boolean; promise: boolean
}

const movable = quoted(statesWith('transferUnit'))
const owed = quoted(owedStates)

/** Arrays rather than sub-selects, so that small indexes are read and not the register. */
const waitsFor = (unit: string | SQL) => sql`issues.annulled_at is null and issues.state in (${movable}) and (issues.lead_unit = ${unit}
  or issues.id = any(array(select u.issue_id from issue_coordinating_units u where u.unit = ${unit}))
  or issues.id = any(array(select o.issue_id from opinions o where o.unit = ${unit} and o.state = 'requested'))
  or issues.id = any(array(select c.issue_id from commitments c where c.owner_unit = ${unit} and c.state in (${owed}))))`

/** What still waits for a unit, in the order of the register, so many at once. */
export async function openWorkOf(db: Db, by: By, unit: string, most: number): Promise<OpenWork[]> {
  return db.execute<OpenWork>(sql`
    select issues.id::float8 as id, issues.code, issues.version, issues.state, issues.text, e.name as enterprise,
      coalesce(c.zone, e.zone) as zone, coalesce(c.district, e.district) as district,
      (select z.district from zones z where z.name = coalesce(c.zone, e.zone)) as "zoneDistrict",
      coalesce(issues.lead_unit = ${unit}, false) as leads,
      exists (select 1 from opinions o where o.issue_id = issues.id and o.unit = ${unit} and o.state = 'requested') as opinion,
      exists (select 1 from commitments p where p.issue_id = issues.id and p.owner_unit = ${unit} and p.state in (${owed})) as promise
    from issues join comments c on c.id = issues.comment_id left join enterprises e on e.id = issues.enterprise_id
    where ${waitsFor(unit)} and ${visibleTo(by)}
    order by issues.id limit ${most}`) as unknown as Promise<OpenWork[]>
}

/** How much it is: a count alone, for those who see no issue too. */
export async function countOpenWork(db: Db, unit: string): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from issues where ${waitsFor(unit)}`)
  return row?.n ?? 0
}

type EndedUnit = { code: string; nameVi: string; nameEn: string; validTo: string; open: number }

/** Units whose last day is over and for which something still waits, the longest gone first. */
export const endedWithWork = async (db: Db, today: string): Promise<EndedUnit[]> => [
  ...(await db.execute<EndedUnit>(sql`
    select ended.code, ended.name_vi as "nameVi", ended.name_en as "nameEn", to_char(ended.valid_to, 'YYYY-MM-DD') as "validTo", w.open
    from units ended cross join lateral (select count(*)::int as open from issues where ${waitsFor(sql`ended.code`)}) w
    where ended.valid_to < ${today}::date and w.open > 0 order by ended.valid_to, ended.code`)),
]

export const successorsOf = (db: Db, unit: string) =>
  db
    .select({ code: units.code, nameVi: units.nameVi, nameEn: units.nameEn, validFrom: units.validFrom, validTo: units.validTo })
    .from(unitSuccessors)
    .innerJoin(units, eq(units.code, unitSuccessors.successor))
    .where(eq(unitSuccessors.unit, unit))
    .orderBy(asc(units.code))

/** The unit's people who can still sign in, by given name. */
export const peopleOf = (db: Db, unit: string) =>
  db
    .select({ id: people.id, membership: memberships.id, name: people.name, role: memberships.role })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.unit, unit), sql`${people.disabledAt} is null`))
    .orderBy(givenName(people.name), asc(people.id))
