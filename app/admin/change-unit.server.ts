import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { units } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'
import { requireUnits } from './require-units.server.ts'
import type { UnitInput } from './unit-form.ts'

/** Names, kind and validity. Events and letters keep the name the unit had then. */
export function changeUnit(db: Db, by: Actor, code: string, input: UnitInput): Promise<void> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(units).where(eq(units.code, code)).for('update')
    if (!before) return notFound('unit')
    if (input.parent === code) throw new Invalid({ parent: { key: 'admin:invalid.parentItself' } })
    await requireUnits(tx, { parent: [input.parent] })
    const [after] = await tx.update(units).set(input).where(eq(units.code, code)).returning()
    await recordChange(tx, by, { subject: 'unit', subjectId: code, change: 'change', before, after })
  })
}
