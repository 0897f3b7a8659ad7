import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { recordChange } from '#app/admin/record-change.server.ts'
import { requireMaker } from '#app/conferences/open-conference.server.ts'
import { notFound } from '#app/http/errors.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { conferences } from '#db/schema/index.ts'
import { instantOf } from '#workflows/deadlines/calendar.ts'
import { dayNumber, timeOfDay } from '#workflows/deadlines/local-day.ts'
import type { MinutesInput } from './minutes-form.ts'

/** Keeps when a meeting began and ended, on its day, and who led and recorded it; what it was before stands in the log of changes. */
export async function saveMinutes(db: Db, by: Actor, id: number, { openedAt, closedAt, ...input }: MinutesInput): Promise<void> {
  requireMaker(by)
  const { calendar } = await rulesOf(db)
  await db.transaction(async (tx) => {
    const [before] = await tx.select().from(conferences).where(eq(conferences.id, id)).for('update')
    if (!before) return notFound('conference')
    const moment = (time: string | null) => (time ? instantOf(calendar, dayNumber(before.heldOn), timeOfDay(time)) : null)
    const [after] = await tx.update(conferences).set({ ...input, openedAt: moment(openedAt), closedAt: moment(closedAt) }).where(eq(conferences.id, id)).returning()
    await recordChange(tx, by, { subject: 'conference', subjectId: id, change: 'change', before, after })
  })
}
