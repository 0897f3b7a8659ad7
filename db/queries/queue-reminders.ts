import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { inForceOn } from './in-force.ts'

/** Everybody a line is for: one person, those of a role (of a unit, or of the whole city), an enterprise, an association. */
export type Address =
  | { person: number }
  | { role: 'officer' | 'head'; unit: string }
  | { role: 'coordinator' | 'leader' }
  | { enterprise: number }
  | { association: number }

export type Line = { subject: string; issueId: number | null; kind: string; params: Record<string, string>; to: Address }

/** A notice for everybody addressed and for whoever stands in for them; nobody gets two about the same subject. Returns how many. */
export async function queueReminders(db: Db, lines: Line[], at: Date, mailAt: Date | null, today: string): Promise<number> {
  if (lines.length === 0) return 0
  const rows = lines.map(({ to, ...line }) => ({ ...line, ...to }))
  const reached = await db.execute(sql`
    with line as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as l(subject text, "issueId" bigint, kind text, params jsonb, person bigint, role text, unit text, enterprise bigint, association bigint)
    ), meant as (
      select l.*, m.id as membership, m.person_id as reached from line l join memberships m on m.person_id = l.person
      union all
      select l.*, m.id, m.person_id from line l join memberships m on m.unit = l.unit and m.role = l.role
      union all
      select l.*, m.id, m.person_id from line l join memberships m on m.role = l.role where l.unit is null
      union all
      select l.*, m.id, m.person_id from line l join memberships m on m.enterprise_id = l.enterprise and m.role = 'enterprise'
      union all
      select l.*, m.id, m.person_id from line l join memberships m on m.association_id = l.association and m.role = 'association'
    ), told as (
      select meant.* from meant join memberships m on m.id = meant.membership join people p on p.id = m.person_id where ${inForceOn(today)}
    ), all_told as (
      select subject, reached as id, "issueId", kind, params from told
      union all
      select subject, s.person_id, "issueId", kind, params from told join stand_ins(${today}::date) s on s.membership_id = told.membership where s.acts
    )
    insert into notices (person_id, issue_id, kind, params, created_at, mail_at)
    select distinct on (subject, id) id, "issueId", kind, params, ${at.toISOString()}::timestamptz, ${mailAt?.toISOString() ?? null}::timestamptz
    from all_told order by subject, id
    returning 1`)
  return reached.length
}
