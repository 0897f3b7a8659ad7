import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { units } from '#db/schema/index.ts'
import { addSuccessor } from './add-successor.server.ts'
import { recordChange } from './record-change.server.ts'

/** The unit's last day, and who takes over. Its open issues stay with it until they are handed on one by one. */
export function endUnit(db: Db, by: Actor, code: string, input: { lastDay: string; successor: string | null }): Promise<void> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(units).where(eq(units.code, code)).for('update')
    if (!before) return notFound('unit')
    if (before.validFrom && input.lastDay < before.validFrom) throw new Invalid({ lastDay: { key: 'admin:invalid.validityOrder' } })
    const [after] = await tx.update(units).set({ validTo: input.lastDay }).where(eq(units.code, code)).returning()
    await recordChange(tx, by, { subject: 'unit', subjectId: code, change: 'end', before, after })
    if (input.successor) await addSuccessor(tx, by, code, input.successor)
  })
}
