import type { Actor } from '#app/access/actor.ts'
import { forbidden, notFound, Refused } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { conclusionOf, type Conclusion } from '#db/queries/conclusions.ts'
import { conferenceById } from '#db/queries/conferences.ts'
import { eq } from 'drizzle-orm'
import { conclusions } from '#db/schema/index.ts'

export const draftsConclusions = ({ role }: Pick<Actor, 'role'>) => role === 'coordinator' || role === 'secretary'

/** The draft of a conference's notice, locked for a change. Throws `Refused` once it is signed off. */
export async function openDraft(tx: Db, conferenceId: number, by: Actor): Promise<Conclusion> {
  if (!draftsConclusions(by)) forbidden()
  if (!(await conferenceById(tx, conferenceId))) notFound('conference')
  await tx.select({ id: conclusions.id }).from(conclusions).where(eq(conclusions.conferenceId, conferenceId)).for('update')
  const conclusion = (await conclusionOf(tx, conferenceId)) ?? notFound('conclusion')
  if (conclusion.state === 'signedOff') throw new Refused({ key: 'conclusions:refused.signedOff' })
  return conclusion
}

export const touched = (tx: Db, { id }: Conclusion, by: Actor, at: Date) =>
  tx.update(conclusions).set({ updatedBy: by.personId, updatedAt: at }).where(eq(conclusions.id, id))
