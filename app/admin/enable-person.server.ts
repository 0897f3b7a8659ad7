import { and, eq, isNotNull } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { people } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'

export function enablePerson(db: Db, by: Actor, id: number): Promise<void> {
  return db.transaction(async (tx) => {
    const enabled = await tx.update(people).set({ disabledAt: null }).where(and(eq(people.id, id), isNotNull(people.disabledAt))).returning({ id: people.id })
    if (enabled.length) await recordChange(tx, by, { subject: 'person', subjectId: id, change: 'enable', after: { disabledAt: null } })
  })
}
