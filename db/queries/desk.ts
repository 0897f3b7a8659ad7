import { and, desc, eq, sql } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { comments, enterprises, issues } from '#db/schema/index.ts'
import { visibleTo } from './visible-to.ts'

const promises = sql<number>`(select count(*) from commitments c where c.issue_id = issues.id)`.mapWith(Number)

/** The units that should lead, the likeliest first. */
const suggested = sql<string>`concat_ws(',', issues.suggestion->>'leadUnit', issues.suggestion#>>'{alternatives,0,leadUnit}', issues.suggestion#>>'{alternatives,1,leadUnit}')`.mapWith((codes: string) => [...new Set(codes.split(',').filter(Boolean))])

/** What was said in the hall of a conference, the last first, as far as the person may see it. */
export const saidInHall = (db: Db, by: By, conferenceId: number, limit: number) =>
  db
    .select({
      id: issues.id, code: issues.code, state: issues.state, text: issues.text, group: issues.group, receivedAt: issues.receivedAt,
      saidAt: comments.saidAt, suggested, enterprise: enterprises.name, promises,
    })
    .from(issues)
    .innerJoin(comments, eq(comments.id, issues.commentId))
    .leftJoin(enterprises, eq(enterprises.id, issues.enterpriseId))
    .where(and(eq(issues.conferenceId, conferenceId), eq(issues.channel, 'hall'), visibleTo(by)))
    .orderBy(desc(issues.id))
    .limit(limit)

/** One issue of the conference, whether said in the hall or before: the chair answers both. */
export async function issueOfHall(db: Db, by: By, conferenceId: number, code: string) {
  const [row] = await db
    .select({ code: issues.code, text: issues.text, enterprise: enterprises.name })
    .from(issues)
    .leftJoin(enterprises, eq(enterprises.id, issues.enterpriseId))
    .where(and(eq(issues.code, code), eq(issues.conferenceId, conferenceId), visibleTo(by)))
  return row
}

/** Received, answered on the spot and promised, by group: numbers alone, which the whole hall may read. */
export const hallFigures = (db: Db, conferenceId: number) =>
  db
    .select({
      group: issues.group,
      received: sql<number>`count(*)`.mapWith(Number),
      answered: sql<number>`count(*) filter (where ${issues.answeredAt} is not null)`.mapWith(Number),
      promised: sql<number>`count(*) filter (where exists (select from commitments c where c.issue_id = issues.id))`.mapWith(Number),
    })
    .from(issues)
    .where(and(eq(issues.conferenceId, conferenceId), sql`${issues.annulledAt} is null and ${issues.track} = 'petition'`))
    .groupBy(issues.group)

/** Enterprises whose name or tax code holds what is typed: those who already spoke at this conference first, then those invited. */
export const enterprisesLike = (db: Db, conferenceId: number, typed: string, limit = 8) =>
  db
    .select({ name: enterprises.name, taxCode: enterprises.taxCode })
    .from(enterprises)
    .where(sql`${enterprises.nameFolded} like '%' || replace(replace(public.fold_vi(${typed}), '%', ''), '_', '') || '%' or ${enterprises.taxCode} like ${`${typed.replace(/\D/g, '') || 'none'}%`}`)
    .orderBy(sql`not exists (select from issues i where i.enterprise_id = ${enterprises.id} and i.conference_id = ${conferenceId})`,
      sql`not exists (select from conference_participants p where p.enterprise_id = ${enterprises.id} and p.conference_id = ${conferenceId})`, enterprises.name)
    .limit(limit)
