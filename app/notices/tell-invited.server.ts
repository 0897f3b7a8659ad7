import { sql } from 'drizzle-orm'
import { formatDate } from '#app/ui/format.ts'
import type { Db } from '#db/client.ts'
import { mailOn, wakeMailers } from './queue-notices.server.ts'

/** Tells the people of invited enterprises and associations, in the inbox and by mail; who has no account is written to on paper. */
export async function tellInvited(tx: Db, conference: { title: string; heldOn: string }, participants: number[], at: Date): Promise<void> {
  if (participants.length === 0) return
  const params = JSON.stringify({ title: conference.title, date: formatDate(conference.heldOn) })
  const now = at.toISOString()
  await tx.execute(sql`insert into notices (person_id, kind, params, created_at, mail_at)
    select distinct m.person_id, 'conference.invited', ${params}::jsonb, ${now}::timestamptz, case when ${mailOn()}::boolean then ${now}::timestamptz end
    from conference_participants c
    join memberships m on (m.role = 'enterprise' and m.enterprise_id = c.enterprise_id) or (m.role = 'association' and m.association_id = c.association_id)
    join people p on p.id = m.person_id
    where c.id = any(${`{${participants.join(',')}}`}::bigint[]) and p.disabled_at is null`)
  await wakeMailers(tx)
}
