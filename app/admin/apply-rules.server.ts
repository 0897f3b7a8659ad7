import { sql } from 'drizzle-orm'
import { recomputeDeadlines, type Cause, type Reached, type Recomputed } from '#app/issues/recompute-deadlines.server.ts'
import type { Db } from '#db/client.ts'

/** Recomputes what a change of rules reaches, within its transaction, and tells each lead unit once, with a number. */
export async function applyRules(tx: Db, reached: Reached, cause: Cause): Promise<Recomputed> {
  const done = await recomputeDeadlines(tx, reached, cause)
  const counts = [...done.byLead].map(([unit, count]) => ({ unit, count }))
  if (counts.length > 0) await tellUnits(tx, counts, cause)
  return done
}

/** One line in the inbox a person; issues that no unit leads yet are the coordinating office's. No letter leaves for it. */
const tellUnits = (tx: Db, counts: { unit: string | null; count: number }[], { reason, at }: Cause) =>
  tx.execute(sql`
    insert into notices (person_id, kind, params, created_at)
    select p.id, ${`staff.recomputed.${reason}`}, jsonb_build_object('count', sum(c.count)), ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as c (unit text, count int)
    join memberships m on (m.unit = c.unit and m.role in ('officer', 'head')) or (c.unit is null and m.role = 'coordinator')
    join people p on p.id = m.person_id and p.disabled_at is null
    group by p.id`)
