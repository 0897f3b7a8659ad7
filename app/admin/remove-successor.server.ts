import { and, eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { unitSuccessors } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'

export function removeSuccessor(db: Db, by: Actor, unit: string, successor: string): Promise<void> {
  return db.transaction(async (tx) => {
    const row = and(eq(unitSuccessors.unit, unit), eq(unitSuccessors.successor, successor))
    const removed = await tx.delete(unitSuccessors).where(row).returning()
    if (removed.length) await recordChange(tx, by, { subject: 'unit', subjectId: unit, change: 'removeSuccessor', before: { successor } })
  })
}
