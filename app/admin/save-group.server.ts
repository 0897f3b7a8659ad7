import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import { groups, schemeGroups } from '#db/schema/index.ts'
import type { GroupInput } from './group-form.ts'
import { recordChange } from './record-change.server.ts'

/** Adds a group, at the end of the standard scheme, or renames the one of that code. */
export function saveGroup(db: Db, by: Actor, group: GroupInput): Promise<void> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(groups).where(eq(groups.code, group.code)).for('update')
    const [after] = await tx.insert(groups).values(group).onConflictDoUpdate({ target: groups.code, set: group }).returning()
    if (!before) {
      const position = sql<number>`(select coalesce(max(position), 0) + 1 from scheme_groups where scheme = 'standard')`
      await tx.insert(schemeGroups).values({ scheme: 'standard', group: group.code, position })
    }
    await recordChange(tx, by, { subject: 'group', subjectId: group.code, change: before ? 'change' : 'add', before, after })
  })
}
