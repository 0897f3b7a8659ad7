import { and, eq, ne, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid, notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { zones } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'
import type { ZoneInput } from './zone-form.ts'

/** Adds a park or cluster, or changes the one of that id. */
export function saveZone(db: Db, by: Actor, id: number | null, input: ZoneInput): Promise<void> {
  return db.transaction(async (tx) => {
    // two who enter the same name at once: the second is told at the field
    await tx.execute(sql`lock table ${zones} in share row exclusive mode`)
    const [before] = id === null ? [] : await tx.select().from(zones).where(eq(zones.id, id)).for('update')
    if (id !== null && !before) return notFound('zone')
    const other = and(eq(zones.name, input.name), id === null ? undefined : ne(zones.id, id))
    const [taken] = await tx.select({ id: zones.id }).from(zones).where(other)
    if (taken) throw new Invalid({ name: { key: 'admin:invalid.nameTaken' } })
    const [after] = before
      ? await tx.update(zones).set(input).where(eq(zones.id, before.id)).returning()
      : await tx.insert(zones).values(input).returning()
    await recordChange(tx, by, { subject: 'zone', subjectId: after!.id, change: before ? 'change' : 'add', before, after })
  })
}
