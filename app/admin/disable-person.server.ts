import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { people } from '#db/schema/index.ts'
import { endAccess } from './end-access.server.ts'
import { keepAnAdmin } from './keep-an-admin.server.ts'
import { recordChange } from './record-change.server.ts'

/** Ends every session and token at once. The person's name stays on what they did. */
export function disablePerson(db: Db, by: Actor, id: number): Promise<void> {
  return db.transaction(async (tx) => {
    await keepAnAdmin(tx, id)
    const at = new Date()
    const disabled = await tx.update(people).set({ disabledAt: at }).where(and(eq(people.id, id), isNull(people.disabledAt))).returning({ id: people.id })
    await endAccess(tx, id)
    if (disabled.length) await recordChange(tx, by, { subject: 'person', subjectId: id, change: 'disable', after: { disabledAt: at } })
  })
}
