import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { forgetRules } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { calendarDays } from '#db/schema/index.ts'
import type { DayInput } from './calendar-form.ts'
import { recordChange } from './record-change.server.ts'

/** Enters a day that differs from the plain week, or changes the one of that date. Clocks that run keep their dates. */
export async function saveDay(db: Db, by: Actor, { date, kind, name, source, verified }: DayInput): Promise<void> {
  await db.transaction(async (tx) => {
    const [before] = await tx.select().from(calendarDays).where(eq(calendarDays.date, date)).for('update')
    const day = { date, kind, name, source, verified }
    const [after] = await tx.insert(calendarDays).values(day).onConflictDoUpdate({ target: calendarDays.date, set: day }).returning()
    await recordChange(tx, by, { subject: 'calendarDay', subjectId: date, change: before ? 'change' : 'add', before, after })
  })
  forgetRules()
}
