import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { associations, conferenceParticipants, conferences, enterprises, type invitationStates, type participantKinds, units } from '#db/schema/index.ts'

export type ParticipantKind = (typeof participantKinds)[number]
export type InvitationState = (typeof invitationStates)[number]
export type ParticipantFilter = { q?: string; kind?: ParticipantKind; state?: InvitationState; attended?: boolean }

const { id, conferenceId, kind, delegate, position, state, attended } = conferenceParticipants

const named = (db: Db) =>
  db
    .select({
      id, kind, delegate, position, state, attended, enterprise: enterprises.name, taxCode: enterprises.taxCode, association: associations.name,
      unitVi: units.nameVi, unitEn: units.nameEn,
    })
    .from(conferenceParticipants)
    .leftJoin(enterprises, eq(enterprises.id, conferenceParticipants.enterpriseId))
    .leftJoin(associations, eq(associations.id, conferenceParticipants.associationId))
    .leftJoin(units, eq(units.code, conferenceParticipants.unit))

const name = sql`coalesce(${enterprises.name}, ${associations.name}, ${units.nameVi}, ${delegate})`
const inOrder = sql`array_position(array['enterprise', 'association', 'unit', 'guest'], ${kind}), ${name} collate "vi-VN-x-icu", ${id}`

/** Who is invited to a conference, enterprises first, by name. `page` counts from 1; `next` is the following one, or null. */
export async function participantsPage(db: Db, conference: number, filter: ParticipantFilter, page: number, size = 50) {
  const rows = await named(db).where(and(eq(conferenceId, conference), fitting(filter))).orderBy(inOrder).limit(size + 1).offset((page - 1) * size)
  return { items: rows.slice(0, size), next: rows.length > size ? String(page + 1) : null }
}

/** Everybody who was there, or everybody invited, in the order of the list: for minutes and lists of attendance. */
export const participantsOf = (db: Db, conference: number, filter: ParticipantFilter = {}) =>
  named(db).where(and(eq(conferenceId, conference), fitting(filter))).orderBy(inOrder)

export async function participantById(db: Db, conference: number, participant: number) {
  const [row] = await named(db).where(and(eq(conferenceId, conference), eq(id, participant)))
  return row
}

function fitting(filter: ParticipantFilter): SQL | undefined {
  const like = `%${(filter.q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  return and(
    filter.kind && eq(kind, filter.kind),
    filter.state && eq(state, filter.state),
    filter.attended === undefined ? undefined : eq(sql`coalesce(${attended}, false)`, filter.attended),
    filter.q ? sql`(public.fold_vi(concat_ws(' ', ${name}, ${delegate})) like public.fold_vi(${like}) or ${enterprises.taxCode} like ${like})` : undefined,
  )
}

export type ParticipantCounts = { kind: ParticipantKind; all: number; invited: number; confirmed: number; declined: number; attended: number }

/** How many of each kind were invited, have answered and came. */
export function participantCounts(db: Db, conference: number): Promise<ParticipantCounts[]> {
  const count = (where: SQL) => sql<number>`count(*) filter (where ${where})`.mapWith(Number)
  return db
    .select({
      kind, all: sql<number>`count(*)`.mapWith(Number), invited: count(eq(state, 'invited')), confirmed: count(eq(state, 'confirmed')),
      declined: count(eq(state, 'declined')), attended: count(sql`${attended}`),
    })
    .from(conferenceParticipants)
    .where(eq(conferenceId, conference))
    .groupBy(kind)
}

/** Whose invitations a person reads and answers: their own enterprise's or association's, and nobody else's. */
export const invitedAs = (by: By): SQL =>
  by.role === 'enterprise' && by.enterpriseId !== null
    ? eq(conferenceParticipants.enterpriseId, by.enterpriseId)
    : by.role === 'association' && by.associationId !== null
      ? eq(conferenceParticipants.associationId, by.associationId)
      : sql`false`

/** The invitations of a person's side, the meeting that comes last first. */
export const invitationsOf = (db: Db, by: By, limit = 50) =>
  db
    .select({
      id, delegate, position, state, attended, conferenceId, title: conferences.title, theme: conferences.theme, heldOn: conferences.heldOn,
      venue: conferences.venue, chair: conferences.chair, collectUntil: conferences.collectUntil,
    })
    .from(conferenceParticipants)
    .innerJoin(conferences, eq(conferences.id, conferenceId))
    .where(invitedAs(by))
    .orderBy(desc(conferences.heldOn), desc(id))
    .limit(limit)

export const associationsByName = (db: Db) =>
  db.select({ id: associations.id, name: associations.name }).from(associations).orderBy(sql`${associations.name} collate "vi-VN-x-icu"`)
