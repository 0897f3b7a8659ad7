import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { conferences, groups, imports, issues, schemeGroups } from '#db/schema/index.ts'
import { today } from './fact-columns.ts'
import { inBox } from './in-box.ts'
import { visibleTo } from './visible-to.ts'

/** What a conference came to, by the same boxes as the reports, so that each figure leads to a list of that length. */
const figures = (now: Date) => {
  const counted = (where: SQL) => sql<number>`count(*) filter (where ${where})`.mapWith(Number)
  return {
    received: sql<number>`count(*)`.mapWith(Number),
    waiting: counted(sql`${issues.state} = 'received'`),
    answered: counted(inBox('answered', today, now)),
    overdue: counted(inBox('openOverdue', today, now)),
  }
}
export type Figures = { received: number; waiting: number; answered: number; overdue: number }
const nothing: Figures = { received: 0, waiting: 0, answered: 0, overdue: 0 }

/** Conferences, the latest held first, with what the person may see of each. `next` begins the following page, or null. */
export async function conferencesWithFigures(db: Db, by: By, { limit, cursor }: { limit: number; cursor?: string }, now = new Date()) {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(cursor ?? '') ?? []
  const before = day && id ? sql`(${conferences.heldOn}, ${conferences.id}) < (${day}::date, ${Number(id)}::bigint)` : undefined
  const { id: conferenceId, title, heldOn, venue } = conferences
  const rows = await db
    .select({ id: conferenceId, title, heldOn, venue })
    .from(conferences)
    .where(before)
    .orderBy(desc(heldOn), desc(conferenceId))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const counted = page.length
    ? await db
        .select({ conferenceId: issues.conferenceId, ...figures(now) })
        .from(issues)
        .where(and(inArray(issues.conferenceId, page.map((one) => one.id)), visibleTo(by)))
        .groupBy(issues.conferenceId)
    : []
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((one) => {
      const { conferenceId: _, ...figures } = counted.find((row) => row.conferenceId === one.id) ?? { conferenceId: null, ...nothing }
      return { ...one, figures }
    }),
    next: last ? `${last.heldOn}_${last.id}` : null,
  }
}

export async function conferenceById(db: Db, id: number) {
  const [row] = await db.select().from(conferences).where(eq(conferences.id, id))
  return row
}

type GroupFigures = Figures & { code: string | null; nameVi: string; nameEn: string }

/** The groups of the conference's scheme in its order, then whatever other group, or none, an issue of it has. */
export async function figuresByGroup(db: Db, by: By, conference: { id: number; scheme: string }, now = new Date()): Promise<GroupFigures[]> {
  const [named, inScheme, counted] = await Promise.all([
    db.select().from(groups),
    groupsOfScheme(db, conference.scheme),
    db.select({ code: issues.group, ...figures(now) }).from(issues).where(and(eq(issues.conferenceId, conference.id), visibleTo(by))).groupBy(issues.group),
  ])
  const codes = [...new Set([...inScheme.map(({ code }) => code), ...counted.map(({ code }) => code).sort()])]
  return codes.map((code) => {
    const { nameVi = '', nameEn = '' } = named.find((group) => group.code === code) ?? {}
    const { received, waiting, answered, overdue } = counted.find((row) => row.code === code) ?? nothing
    return { code, nameVi, nameEn, received, waiting, answered, overdue }
  })
}

/** The groups a conference may sort into, in the order of its scheme. */
export const groupsOfScheme = (db: Db, scheme: string) =>
  db
    .select({ code: groups.code, nameVi: groups.nameVi, nameEn: groups.nameEn })
    .from(schemeGroups)
    .innerJoin(groups, eq(groups.code, schemeGroups.group))
    .where(eq(schemeGroups.scheme, scheme))
    .orderBy(asc(schemeGroups.position))

/** The files brought in for a conference, the last first. */
export const importsOf = (db: Db, conferenceId: number) =>
  db
    .select({ id: imports.id, kind: imports.kind, fileName: imports.fileName, state: imports.state, createdAt: imports.createdAt })
    .from(imports)
    .where(eq(imports.conferenceId, conferenceId))
    .orderBy(desc(imports.id))
    .limit(10)
