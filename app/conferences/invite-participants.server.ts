import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Message } from '#app/i18n/message.ts'
import { tellInvited } from '#app/notices/tell-invited.server.ts'
import type { Db } from '#db/client.ts'
import { associations, conferenceParticipants, conferences, units } from '#db/schema/index.ts'
import { enterpriseWritten } from './enterprise-written.server.ts'
import { requireMaker } from './open-conference.server.ts'
import type { participantKinds } from './participant-words.ts'

export type Invitee = { kind: (typeof participantKinds)[number]; name?: string; taxCode?: string; delegate?: string; position?: string }
export type Invited = { id: number; name: string; already: boolean } | { wrong: Message }

/**
 * Puts people and enterprises on the list of a conference, each wholly or with the reason why not; who is on it already
 * stays as they are. Those with an account are told, in the same transaction.
 */
export async function inviteParticipants(db: Db, by: Actor, conferenceId: number, invitees: Invitee[], at = new Date()): Promise<Invited[]> {
  requireMaker(by)
  return db.transaction(async (tx) => {
    // two secretaries with the same list wait for each other here
    const [conference] = await tx.select().from(conferences).where(eq(conferences.id, conferenceId)).for('no key update')
    if (!conference) return notFound('conference')
    const results: Invited[] = []
    for (const invitee of invitees) results.push(await inviteOne(tx, conferenceId, invitee, at))
    const added = results.flatMap((one) => ('id' in one && !one.already ? [one.id] : []))
    await tellInvited(tx, conference, added, at)
    return results
  })
}

async function inviteOne(tx: Db, conferenceId: number, { kind, name = '', taxCode = '', delegate, position }: Invitee, at: Date): Promise<Invited> {
  const who = await whoIsMeant(tx, kind, name, taxCode)
  if ('wrong' in who) return who
  const { name: called, ...columns } = who
  const [known] = kind === 'guest' ? [] : await tx.select({ id: conferenceParticipants.id }).from(conferenceParticipants)
    .where(sql`${conferenceParticipants.conferenceId} = ${conferenceId} and (${conferenceParticipants.enterpriseId} = ${columns.enterpriseId ?? null}
      or ${conferenceParticipants.associationId} = ${columns.associationId ?? null} or ${conferenceParticipants.unit} = ${columns.unit ?? null})`)
  if (known) return { id: known.id, name: called, already: true }
  const values = { ...columns, conferenceId, kind, delegate: delegate ?? null, position: position ?? null, createdAt: at }
  const [row] = await tx.insert(conferenceParticipants).values(values).returning({ id: conferenceParticipants.id })
  return { id: row!.id, name: called || (delegate ?? ''), already: false }
}

type Meant = { name: string; enterpriseId?: number; associationId?: number; unit?: string } | { wrong: Message }
const unknown = { wrong: { key: 'common:fields.unknownChoice' } }

async function whoIsMeant(tx: Db, kind: Invitee['kind'], name: string, taxCode: string): Promise<Meant> {
  if (kind === 'enterprise') return enterpriseWritten(tx, name, taxCode)
  if (kind === 'guest') return { name }
  if (kind === 'unit') {
    const [unit] = await tx.select({ code: units.code, name: units.nameVi }).from(units).where(eq(units.code, name))
    return unit ? { name: unit.name, unit: unit.code } : unknown
  }
  const [association] = /^\d{1,15}$/.test(name) ? await tx.select().from(associations).where(eq(associations.id, Number(name))) : []
  return association ? { name: association.name, associationId: association.id } : unknown
}
