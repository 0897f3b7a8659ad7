import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { daysOfYear } from '#db/queries/admin-catalogue.ts'
import { calendarSignOffs } from '#db/schema/index.ts'
import { lockCalendar } from './lock-calendar.server.ts'
import { recordChange } from './record-change.server.ts'

const standing = (year: number) => and(eq(calendarSignOffs.year, year), isNull(calendarSignOffs.voidedAt))

/** Marks a year's calendar as checked. Throws `Invalid` for a year without a single day: nothing was checked. */
export async function signOffYear(db: Db, by: Actor, year: number, at = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    await lockCalendar(tx)
    if ((await daysOfYear(tx, year)).length === 0) throw new Invalid({ year: { key: 'rules:invalid.emptyYear' } })
    const [known] = await tx.select({ id: calendarSignOffs.id }).from(calendarSignOffs).where(standing(year))
    if (known) return
    await tx.insert(calendarSignOffs).values({ year, signedBy: by.personId, signedByName: by.name, signedAt: at })
    await recordChange(tx, by, { subject: 'calendarYear', subjectId: year, change: 'signOff', at })
  })
}

/** An edit after the check: the year stands unchecked again, and says since when and by whom. */
export const voidSignOff = (tx: Db, by: Actor, year: number, at: Date) =>
  tx.update(calendarSignOffs).set({ voidedAt: at, voidedByName: by.name }).where(standing(year))
