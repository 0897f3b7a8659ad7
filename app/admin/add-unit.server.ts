import type { Actor } from '#app/access/actor.ts'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { units } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'
import { requireUnits } from './require-units.server.ts'
import type { NewUnitInput } from './unit-form.ts'

/** Throws `Invalid` where the code is taken, also by a unit that has ended: codes are never given twice. */
export function addUnit(db: Db, by: Actor, unit: NewUnitInput): Promise<string> {
  return db.transaction(async (tx) => {
    await requireUnits(tx, { parent: [unit.parent] })
    const [added] = await tx.insert(units).values(unit).onConflictDoNothing().returning()
    if (!added) throw new Invalid({ code: { key: 'admin:invalid.unitCodeTaken' } })
    await recordChange(tx, by, { subject: 'unit', subjectId: unit.code, change: 'add', after: added })
    return added.code
  })
}
