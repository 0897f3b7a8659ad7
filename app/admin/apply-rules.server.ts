import { sql } from 'drizzle-orm'
import { recomputeDeadlines, type Cause, type Reached, type Recomputed } from '#app/issues/recompute-deadlines.server.ts'
import { letterTime, mailOn } from '#app/notices/queue-notices.server.ts'
import type { Db } from '#db/client.ts'
import type { Calendar } from '#workflows/deadlines/calendar.ts'
import { isOfficeTime, nextMorning } from '#workflows/deadlines/reminders.ts'

/** Recomputes what a change of rules reaches, within its transaction, and tells each lead unit once, with a number. */
export async function applyRules(tx: Db, reached: Reached, cause: Cause): Promise<Recomputed> {
  const done = await recomputeDeadlines(tx, reached, cause)
  const counts = [...done.byLead].map(([unit, count]) => ({ unit, count }))
  if (counts.length > 0) await tellUnits(tx, counts, cause, mailOn() ? mailTime(cause.at, reached.change.next) : null)
  return done
}

/** With the reminders of the day: at once within working hours, else with those of the next morning. */
const mailTime = (at: Date, calendar: Calendar) => (isOfficeTime(at, calendar) ? letterTime(at) : nextMorning(at, calendar))

/**
 * One notice a person, and whoever stands in for them; issues that no unit leads yet are the coordinating office's. By
 * mail it is a line of the digest of reminders, not a letter of its own.
 */
const tellUnits = (tx: Db, counts: { unit: string | null; count: number }[], { reason, at }: Cause, mailAt: Date | null) =>
  tx.execute(sql`
    with meant as (
      select m.id, m.person_id, c.count from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as c (unit text, count int)
      join memberships m on (m.unit = c.unit and m.role in ('officer', 'head')) or (c.unit is null and m.role = 'coordinator')
    ), told as (
      select person_id, count from meant
      union all
      select s.person_id, meant.count from meant
        join stand_ins((${at.toISOString()}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date) s on s.membership_id = meant.id where s.acts
    )
    insert into notices (person_id, kind, params, created_at, mail_at)
    select p.id, ${`remind.recomputed.${reason}`}, jsonb_build_object('count', sum(told.count)), ${at.toISOString()}::timestamptz, ${mailAt?.toISOString() ?? null}::timestamptz
    from told join people p on p.id = told.person_id and p.disabled_at is null
    group by p.id`)
