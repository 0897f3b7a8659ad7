import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'

/**
 * All that the public can ask for. These columns and no others leave the house: the text that was approved for it, who
 * leads, at which conference, and dates. Whatever became of the issue since, another track closes its page.
 */
export type PublishedRow = {
  code: string; question: string; answer: string; number: number; publishedAt: string; leadUnit: string | null; group: string | null
  receivedOn: string; answeredOn: string | null
  conference: { id: number; title: string; heldOn: string } | null
}
export type Published = PublishedRow & {
  /** A version before this one was public too. */
  corrected: boolean
  promises: { dueOn: string; doneOn: string | null }[]
}
export type PublishedFilter = { q?: string; conference?: number; group?: string }

const day = (instant: ReturnType<typeof sql>) => sql`(${instant} at time zone 'Asia/Ho_Chi_Minh')::date`
const columns = sql`i.code, p.question, p.answer, p.number, p.published_at as "publishedAt", i.lead_unit as "leadUnit", i.group_code as "group",
  ${day(sql`i.received_at`)} as "receivedOn", ${day(sql`i.answered_at`)} as "answeredOn",
  case when c.id is not null then json_build_object('id', c.id, 'title', c.title, 'heldOn', c.held_on) end as conference`
const from = sql`publications p join issues i on i.id = p.issue_id left join conferences c on c.id = i.conference_id`
const isPublic = sql`p.state = 'published' and i.track = 'petition' and i.annulled_at is null`

/** A page of what is public, the newest first; `next` begins the following page, or is null. */
export async function publishedPage(db: Db, { q, conference, group }: PublishedFilter, { limit, cursor }: { limit: number; cursor?: string }) {
  const [, at, id] = /^(\d{1,17})_(\d{1,15})$/.exec(cursor ?? '') ?? []
  const wanted = [
    isPublic,
    ...(q ? [sql`p.search @@ public.search_query_vi(${q})`] : []),
    ...(conference ? [sql`i.conference_id = ${conference}`] : []),
    ...(group ? [sql`i.group_code = ${group}`] : []),
    ...(at && id ? [sql`(p.published_at, p.id) < (timestamptz 'epoch' + ${at}::bigint * interval '1 microsecond', ${Number(id)}::bigint)`] : []),
  ]
  const rows = await db.execute<PublishedRow & { id: string; micros: string }>(sql`select ${columns}, p.id::text as id,
      (extract(epoch from p.published_at) * 1000000)::bigint::text as micros
    from ${from} where ${sql.join(wanted, sql` and `)} order by p.published_at desc, p.id desc limit ${limit + 1}`)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const items = rows.slice(0, limit).map(({ id: _, micros: __, ...row }): PublishedRow => row)
  return { items, next: last ? `${last.micros}_${last.id}` : null }
}

export async function publishedIssue(db: Db, code: string): Promise<Published | undefined> {
  const [row] = await db.execute<Published>(sql`select ${columns},
      exists (select from publications o where o.issue_id = i.id and o.number < p.number and o.published_at is not null) as corrected,
      (select coalesce(json_agg(json_build_object('dueOn', m.due_on, 'doneOn', ${day(sql`m.done_at`)}) order by m.due_on, m.number), '[]')
        from commitments m where m.issue_id = i.id and m.state <> 'broken') as promises
    from ${from} where ${isPublic} and i.code = ${code}`)
  return row
}

/** Conferences and groups under which something is public. */
export async function publishedChoices(db: Db) {
  const [row] = await db.execute<{ conferences: { id: number; title: string; heldOn: string }[]; groups: string[] }>(sql`select
    (select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'heldOn', c.held_on) order by c.held_on desc, c.id desc), '[]')
      from conferences c where c.id in (select i.conference_id from publications p join issues i on i.id = p.issue_id where ${isPublic})) as conferences,
    array(select distinct i.group_code from publications p join issues i on i.id = p.issue_id where ${isPublic} and i.group_code is not null order by 1) as groups`)
  return row!
}
