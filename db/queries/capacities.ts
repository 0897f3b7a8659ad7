import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Role } from '#workflows/resolution/actor.ts'
import { inForceOn } from './in-force.ts'

/** The local date in Hanoi, for what holds today whatever the process believes. */
export const todayThere: SQL = sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date`

/** Whether a person stands in for a role today: their own delegate, or the last of a chain of them. */
export const standsIn = (membershipId: SQL, personId: SQL): SQL =>
  sql`exists (select from stand_ins(${todayThere}) s where s.membership_id = ${membershipId} and s.person_id = ${personId})`

export type Capacity = {
  membershipId: number
  role: Role
  unit: string | null
  unitVi: string | null
  unitEn: string | null
  /** Set where the role is another's, who is away until that date. */
  holder: string | null
  until: string | null
}

/** Every role in which a person may act today: their own, then those they stand in for. */
export async function capacitiesOf(db: Db, personId: number): Promise<Capacity[]> {
  const rows = await db.execute<Omit<Capacity, 'membershipId'> & { id: string }>(sql`
    select m.id, m.role, m.unit, u.name_vi as "unitVi", u.name_en as "unitEn",
      case when m.person_id <> ${personId} then p.name end as holder, held.until_on as until
    from (select m.id as membership_id, null::date as until_on from memberships m where m.person_id = ${personId}
      union all select s.membership_id, max(s.until_on) from stand_ins(${todayThere}) s where s.person_id = ${personId} group by 1) held
    join memberships m on m.id = held.membership_id
    join people p on p.id = m.person_id
    left join units u on u.code = m.unit
    where ${inForceOn(todayThere)}
    order by m.person_id <> ${personId}, m.id`)
  return [...rows].map(({ id, ...row }) => ({ ...row, membershipId: Number(id) }))
}

/** Roles whose work somebody else can do meanwhile: those of the offices, but for who only watches or administers. */
export const delegatingRoles: readonly Role[] = ['officer', 'head', 'coordinator', 'secretary', 'leader']

/** A role of their own that a person may have somebody stand in for. */
export const mayHandOver = ({ role, holder }: Capacity) => holder === null && delegatingRoles.includes(role)
