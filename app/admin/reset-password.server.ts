import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { hashPassword } from '#app/access/password.server.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { credentials, people } from '#db/schema/index.ts'
import { endAccess } from './end-access.server.ts'
import { newPassword } from './new-password.server.ts'
import { recordChange } from './record-change.server.ts'

/** Gives a new password, to be shown once, and ends what was opened with the old one. The log holds neither. */
export async function resetPassword(db: Db, by: Actor, id: number): Promise<string> {
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  return db.transaction(async (tx) => {
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, id))
    if (!person) return notFound('person')
    const changed = { passwordHash, changedAt: new Date() }
    await tx.insert(credentials).values({ personId: id, ...changed }).onConflictDoUpdate({ target: credentials.personId, set: changed })
    await endAccess(tx, id)
    await recordChange(tx, by, { subject: 'person', subjectId: id, change: 'resetPassword' })
    return password
  })
}
