import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { forgetRules, readRules } from '#app/issues/rules.server.ts'
import type { Recomputed } from '#app/issues/recompute-deadlines.server.ts'
import type { Db } from '#db/client.ts'
import { recountHoldings } from '#db/queries/holdings.ts'
import { calendarDays } from '#db/schema/index.ts'
import { applyRules } from './apply-rules.server.ts'
import type { DayInput } from './calendar-form.ts'
import { dayChange } from './day-change.ts'
import { lockCalendar } from './lock-calendar.server.ts'
import { acceptProposal } from './proposals.server.ts'
import { recordChange } from './record-change.server.ts'
import { voidSignOff } from './sign-off.server.ts'

/**
 * Enters a day that differs from the plain week, or changes the one of that date, and gives every open issue that the day
 * touches its new dates; what has ended stays. `proposal` is the line of a calendar file that this day was taken from.
 */
export async function saveDay(db: Db, by: Actor, { proposal, ...day }: DayInput, at = new Date()): Promise<Recomputed> {
  const done = await db.transaction(async (tx) => {
    await lockCalendar(tx)
    const { calendar } = await readRules(tx)
    const [before] = await tx.select().from(calendarDays).where(eq(calendarDays.date, day.date))
    const [after] = await tx.insert(calendarDays).values(day).onConflictDoUpdate({ target: calendarDays.date, set: day }).returning()
    const change = { subject: 'calendarDay', subjectId: day.date, change: before ? 'change' : 'add', before, after, at } as const
    const adminEventId = await recordChange(tx, by, change)
    await voidSignOff(tx, by, Number(day.date.slice(0, 4)), at)
    if (proposal !== null) await acceptProposal(tx, by, proposal, at)
    const reached = dayChange(calendar, day.date, day)
    await recountHoldings(tx, [day.date], reached.change.next)
    return applyRules(tx, reached, { reason: 'calendar', adminEventId, by, at })
  })
  forgetRules()
  return done
}
