import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { recordChange } from '#app/admin/record-change.server.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { conferences } from '#db/schema/index.ts'
import type { NewConference } from './conference-form.ts'
import { requireMaker } from './open-conference.server.ts'
import { planValues } from './plan-values.server.ts'

/** Changes the plan of a conference; what it was before stands in the log of changes. */
export async function changeConference(db: Db, by: Actor, id: number, input: NewConference): Promise<void> {
  requireMaker(by)
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(conferences).where(eq(conferences.id, id)).for('update')
    if (!before) return notFound('conference')
    const [after] = await tx.update(conferences).set(await planValues(tx, input)).where(eq(conferences.id, id)).returning()
    await recordChange(tx, by, { subject: 'conference', subjectId: id, change: 'change', before, after })
  })
}
