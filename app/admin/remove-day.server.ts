import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { forgetRules, readRules } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { recountHoldings } from '#db/queries/holdings.ts'
import { calendarDays } from '#db/schema/index.ts'
import { applyRules } from './apply-rules.server.ts'
import { dayChange } from './day-change.ts'
import { lockCalendar } from './lock-calendar.server.ts'
import { recordChange } from './record-change.server.ts'
import { voidSignOff } from './sign-off.server.ts'

/** The date is an ordinary day of its week again; open issues get the dates that follow from it. */
export async function removeDay(db: Db, by: Actor, date: string, at = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    await lockCalendar(tx)
    const { calendar } = await readRules(tx)
    const [before] = await tx.delete(calendarDays).where(eq(calendarDays.date, date)).returning()
    if (!before) return
    const adminEventId = await recordChange(tx, by, { subject: 'calendarDay', subjectId: date, change: 'remove', before, at })
    await voidSignOff(tx, by, Number(date.slice(0, 4)), at)
    const reached = dayChange(calendar, date, undefined)
    await recountHoldings(tx, [date], reached.change.next)
    await applyRules(tx, reached, { reason: 'calendar', adminEventId, by, at })
  })
  forgetRules()
}
