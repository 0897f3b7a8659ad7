import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import { answeredStates, type IssueState } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { issues, publications } from '#db/schema/index.ts'
import { visibleTo } from './visible-to.ts'

/** How far the publication of an issue has come: its newest version says so. */
export const stages = ['none', 'draft', 'approved', 'published', 'withdrawn'] as const
export type Stage = (typeof stages)[number]

/**
 * What may be made public of an issue at all: petitions only, never a complaint or a denunciation, and only while an issued
 * answer stands. Asked again at every step up to the last.
 */
export const isPublishable = sql`(issues.track = 'petition' and issues.annulled_at is null and issues.state in (${quoted(answeredStates)})
  and exists (select from answers a where a.issue_id = issues.id and a.kind = 'answer' and a.issued_at is not null))`

const newest = sql`left join lateral (select * from publications v where v.issue_id = issues.id order by v.number desc limit 1) p on true`
const among = (by: By, conference: number) => sql`issues.conference_id = ${conference} and issues.track = 'petition' and ${visibleTo(by)}
  and (p.id is not null or ${isPublishable})`

export type PublicationRow = {
  code: string; text: string; state: IssueState; leadUnit: string | null; enterprise: string | null; stage: Stage
  id: number | null; number: number | null; publishable: boolean
  /** An earlier version is public while this one is in work. */
  standing: boolean
  publishedAt: string | null; draftedBy: string | null; approvedBy: string | null
}

/** Issues of a conference that were published or may be, by their code. `cursor` is the last code of the page before. */
export async function publicationsOf(db: Db, by: By, conference: number, { stage, limit, cursor }: { stage?: Stage; limit: number; cursor?: string }) {
  const after = cursor && /^[\w-]{1,40}$/.test(cursor) ? sql`and issues.code > ${cursor}` : sql``
  const rows = await db.execute<PublicationRow>(sql`select issues.code, issues.text, issues.state, issues.lead_unit as "leadUnit", z.name as enterprise,
      coalesce(p.state, 'none') as stage, p.id::int as id, p.number, ${isPublishable} as publishable, p.published_at as "publishedAt", d.name as "draftedBy", w.name as "approvedBy",
      exists (select from publications o where o.issue_id = issues.id and o.state = 'published' and o.id <> p.id) as standing
    from issues ${newest} left join enterprises z on z.id = issues.enterprise_id left join people d on d.id = p.drafted_by left join people w on w.id = p.approved_by
    where ${among(by, conference)} ${stage ? sql`and coalesce(p.state, 'none') = ${stage}` : sql``} ${after} order by issues.code limit ${limit + 1}`)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.code ?? null) : null }
}

export async function countStages(db: Db, by: By, conference: number): Promise<Record<Stage, number>> {
  const rows = await db.execute<{ stage: Stage; n: number }>(sql`select coalesce(p.state, 'none') as stage, count(*)::int as n
    from issues ${newest} where ${among(by, conference)} group by 1`)
  return Object.fromEntries(stages.map((stage) => [stage, rows.find((row) => row.stage === stage)?.n ?? 0])) as Record<Stage, number>
}

/** What would go out now, in full, to be looked at once more. */
export async function approvedTexts(db: Db, by: By, conference: number, limit: number) {
  return db.execute<{ id: number; code: string; question: string; answer: string; standing: boolean }>(sql`select p.id::int as id, issues.code, p.question, p.answer,
      exists (select from publications o where o.issue_id = issues.id and o.state = 'published') as standing
    from publications p join issues on issues.id = p.issue_id
    where p.state = 'approved' and issues.conference_id = ${conference} and ${isPublishable} and ${visibleTo(by)} order by issues.code limit ${limit}`)
}

export type Ground = {
  id: number; code: string; state: IssueState; text: string; answer: string | null; publishable: boolean; leadUnit: string | null
  enterprise: string | null
  /** Whoever and whatever must not be read in public: names, tax code, telephone, address for mail. */
  enterprises: string[]; people: string[]; numbers: string[]
}

/** What a publication is drafted from: the issue, its issued answer, and what is known of who raised it. */
export async function publicationGround(db: Db, by: By, conference: number, code: string): Promise<Ground | undefined> {
  const [row] = await db.execute<Ground & { known: { enterprises: (string | null)[]; people: (string | null)[]; numbers: (string | null)[] } }>(sql`select issues.id::int as id, issues.code, issues.state, issues.text,
      (select a.text from answers a where a.issue_id = issues.id and a.kind = 'answer' and a.issued_at is not null order by a.number desc limit 1) as answer,
      ${isPublishable} as publishable, issues.lead_unit as "leadUnit", z.name as enterprise,
      json_build_object(
        'enterprises', json_build_array(z.name, s.name),
        'people', (select json_build_array(c.contact->>'name')::jsonb || coalesce(jsonb_agg(distinct m.name), '[]') from
          (select q.name from memberships k join people q on q.id = k.person_id where k.enterprise_id = issues.enterprise_id and k.role = 'enterprise') m),
        'numbers', json_build_array(z.tax_code, z.phone, z.email, c.contact->>'phone', c.contact->>'email')) as known
    from issues join comments c on c.id = issues.comment_id left join enterprises z on z.id = issues.enterprise_id left join associations s on s.id = issues.association_id
    where issues.code = ${code} and issues.conference_id = ${conference} and issues.track = 'petition' and ${visibleTo(by)}`)
  if (!row) return undefined
  const { known, ...ground } = row
  const said = (list: (string | null)[]) => [...new Set(list.filter((one): one is string => Boolean(one?.trim())))]
  return { ...ground, enterprises: said(known.enterprises), people: said(known.people), numbers: said(known.numbers) }
}

export type Version = typeof publications.$inferSelect

/** Every version of an issue's publication, the newest first, with who worked on it. */
export async function versionsOf(db: Db, issueId: number) {
  return db.query.publications.findMany({ where: eq(publications.issueId, issueId), orderBy: desc(publications.number), columns: { search: false } })
}

/** Held until the transaction ends, so that two who work on one publication follow one another. */
export const holdIssue = (tx: Db, issueId: number) => tx.select({ id: issues.id }).from(issues).where(eq(issues.id, issueId)).for('no key update')

export const insertVersion = (tx: Db, row: typeof publications.$inferInsert) => tx.insert(publications).values(row)
export const changeVersion = (tx: Db, id: number, set: Partial<typeof publications.$inferInsert>) => tx.update(publications).set(set).where(eq(publications.id, id))

/** The approved versions among these, in one order for all who press at once, each with whether it may still go out. */
export async function approvedAmong(tx: Db, conference: number, ids: number[], where: SQL) {
  return tx
    .select({
      id: publications.id, issueId: publications.issueId, code: issues.code, publishable: sql<boolean>`${isPublishable}`, state: publications.state,
      approvedBy: publications.approvedBy, draftedBy: publications.draftedBy,
    })
    .from(publications)
    .innerJoin(issues, eq(issues.id, publications.issueId))
    .where(and(eq(issues.conferenceId, conference), sql`${publications.id} = any(${sql.param(ids)}::bigint[])`, where))
    .orderBy(asc(publications.id))
    .for('update', { of: publications })
}
