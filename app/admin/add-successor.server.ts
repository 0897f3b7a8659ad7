import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { unitSuccessors, units } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'
import { requireUnits } from './require-units.server.ts'

/** Throws `Invalid` where the unit would succeed itself, at once or by way of others: routing follows this line. */
export function addSuccessor(db: Db, by: Actor, unit: string, successor: string): Promise<void> {
  return db.transaction(async (tx) => {
    const [known] = await tx.select({ code: units.code }).from(units).where(eq(units.code, unit)).for('update')
    if (!known) return notFound('unit')
    await requireUnits(tx, { successor: [successor] })
    if (await leadsTo(tx, successor, unit)) throw new Invalid({ successor: { key: 'admin:invalid.successorItself' } })
    const added = await tx.insert(unitSuccessors).values({ unit, successor }).onConflictDoNothing().returning()
    if (added.length) await recordChange(tx, by, { subject: 'unit', subjectId: unit, change: 'addSuccessor', after: { successor } })
  })
}

async function leadsTo(tx: Db, from: string, to: string): Promise<boolean> {
  const [row] = await tx.execute<{ found: boolean }>(sql`
    with recursive line(code) as (
      select ${from}::text union select s.successor from unit_successors s join line on s.unit = line.code
    ) select exists (select 1 from line where code = ${to}) as found`)
  return row?.found ?? false
}
