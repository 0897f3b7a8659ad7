import { and, eq, ne } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { people } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'

type Input = { name: string; email: string; locale: 'vi' | 'en' }

export function changePerson(db: Db, by: Actor, id: number, { name, email, locale }: Input): Promise<void> {
  return db.transaction(async (tx) => {
    const own = { name: people.name, email: people.email, locale: people.locale }
    const [before] = await tx.select(own).from(people).where(eq(people.id, id)).for('update')
    if (!before) return notFound('person')
    const [other] = await tx.select({ id: people.id }).from(people).where(and(eq(people.email, email), ne(people.id, id)))
    if (other) throw new Invalid({ email: { key: 'admin:invalid.emailTaken' } })
    const [after] = await tx.update(people).set({ name, email, locale }).where(eq(people.id, id)).returning(own)
    await recordChange(tx, by, { subject: 'person', subjectId: id, change: 'change', before, after })
  })
}
