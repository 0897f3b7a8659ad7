import { and, eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { endAccess } from '#app/admin/end-access.server.ts'
import { recordChange } from '#app/admin/record-change.server.ts'
import { requireUnits } from '#app/admin/require-units.server.ts'
import type { Db } from '#db/client.ts'
import { memberships } from '#db/schema/index.ts'

type PersonRow = { membership: number; to: string }

/** Puts people of an ended unit into its successor, in the role they have; they sign in again. Returns how many moved. */
export function movePeople(db: Db, by: Actor, from: string, rows: readonly PersonRow[]): Promise<number> {
  return db.transaction(async (tx) => {
    await requireUnits(tx, { person: rows.map((row) => row.to) })
    let moved = 0
    for (const { membership, to } of rows) {
      const [held] = await tx
        .update(memberships)
        .set({ unit: to })
        .where(and(eq(memberships.id, membership), eq(memberships.unit, from)))
        .returning({ personId: memberships.personId, role: memberships.role })
      if (!held) continue
      moved += 1
      await endAccess(tx, held.personId)
      await recordChange(tx, by, {
        subject: 'person', subjectId: held.personId, change: 'changeRole', before: { role: held.role, unit: from }, after: { role: held.role, unit: to },
      })
    }
    return moved
  })
}
