import { sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'

/** Longer than this without a sign and somebody has gone. */
const seconds = 60

/** Names of colleagues of the person's own unit who are writing the answer now, as JSON for a query of an issue's parts. */
export const writingBeside = (issueId: unknown, { role, unit, personId }: By): SQL =>
  role === 'officer' || role === 'head'
    ? sql`(select coalesce(json_agg(p.name order by p.name), '[]') from presences x join people p on p.id = x.person_id
        where x.issue_id = ${issueId} and x.unit = ${unit} and x.person_id <> ${personId}
          and x.seen_at > now() - make_interval(secs => ${sql.raw(String(seconds))}))`
    : sql`'[]'::json`

/** Says that the person is writing, forgets who stopped long ago, and returns who else is. */
export async function renewPresence(db: Db, issueId: number, by: By, at: Date): Promise<string[]> {
  const [row] = await db.execute<{ writing: string[] }>(sql`
    with renewed as (
      insert into presences (issue_id, person_id, unit, seen_at) values (${issueId}, ${by.personId}, ${by.unit}, ${at.toISOString()})
      on conflict (issue_id, person_id) do update set unit = excluded.unit, seen_at = excluded.seen_at
    ), gone as (
      delete from presences where seen_at < now() - interval '1 hour'
        and not (issue_id = ${issueId} and person_id = ${by.personId})
    )
    select ${writingBeside(issueId, by)} as writing`)
  return row?.writing ?? []
}
