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

export type Line = { subject: string; issueId: number; kind: string; params: Record<string, string>; to: Address }

/** A notice for everybody addressed; nobody gets two about the same subject. Returns how many. */
export async function queueReminders(db: Db, lines: Line[], at: Date, mailAt: Date | null, today: string): Promise<number> {
  if (lines.length === 0) return 0
  const rows = lines.map(({ to, ...line }) => ({ ...line, ...to }))
  const inForce = inForceOn(today)
  const reached = await db.execute(sql`
    with line as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as l(subject text, "issueId" bigint, kind text, params jsonb, person bigint, role text, unit text, enterprise bigint, association bigint)
    ), reached as (
      select l.*, l.person as id from line l where l.person is not null
      union all
      select l.*, p.id from line l join memberships m on m.unit = l.unit and m.role = l.role join people p on p.id = m.person_id where ${inForce}
      union all
      select l.*, p.id from line l join memberships m on m.role = l.role join people p on p.id = m.person_id where l.unit is null and ${inForce}
      union all
      select l.*, p.id from line l join memberships m on m.enterprise_id = l.enterprise and m.role = 'enterprise' join people p on p.id = m.person_id where ${inForce}
      union all
      select l.*, p.id from line l join memberships m on m.association_id = l.association and m.role = 'association' join people p on p.id = m.person_id where ${inForce}
    )
    insert into notices (person_id, issue_id, kind, params, created_at, mail_at)
    select distinct on (subject, id) id, "issueId", kind, params, ${at.toISOString()}::timestamptz, ${mailAt?.toISOString() ?? null}::timestamptz
    from reached order by subject, id
    returning 1`)
  return reached.length
}
