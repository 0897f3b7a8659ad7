import type { Actor } from '#app/access/actor.ts'
import { hashPassword } from '#app/access/password.server.ts'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { credentials, memberships, people } from '#db/schema/index.ts'
import { capacityOf } from './capacity.server.ts'
import { newPassword } from './new-password.server.ts'
import type { NewPersonInput } from './person-form.ts'
import { recordChange } from './record-change.server.ts'

type Added = { id: number; password: string }

/** Adds a person in one role. The password is returned to be shown once; only its hash is kept. */
export async function addPerson(db: Db, by: Actor | null, input: NewPersonInput, password = newPassword()): Promise<Added> {
  const passwordHash = await hashPassword(password)
  return db.transaction(async (tx) => {
    const { name, email, locale } = input
    const [person] = await tx.insert(people).values({ name, email, locale }).onConflictDoNothing().returning({ id: people.id })
    if (!person) throw new Invalid({ email: { key: 'admin:invalid.emailTaken' } })
    const capacity = await capacityOf(tx, input)
    await tx.insert(credentials).values({ personId: person.id, passwordHash })
    await tx.insert(memberships).values({ personId: person.id, ...capacity })
    await recordChange(tx, by, { subject: 'person', subjectId: person.id, change: 'add', after: { name, email, locale, ...capacity } })
    return { id: person.id, password }
  })
}
