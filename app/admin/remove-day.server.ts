import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { forgetRules } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { calendarDays } from '#db/schema/index.ts'
import { recordChange } from './record-change.server.ts'

/** The date is an ordinary day of its week again. Clocks that run keep their dates. */
export async function removeDay(db: Db, by: Actor, date: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [before] = await tx.delete(calendarDays).where(eq(calendarDays.date, date)).returning()
    if (before) await recordChange(tx, by, { subject: 'calendarDay', subjectId: date, change: 'remove', before })
  })
  forgetRules()
}
