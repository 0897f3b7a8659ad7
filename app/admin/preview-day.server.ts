import { Invalid } from '#app/http/errors.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { calendarDay } from '#db/queries/admin-catalogue.ts'
import type { DayInput } from './calendar-form.ts'
import { dayChange } from './day-change.ts'
import { previewMoved, type Moved } from './preview-moved.server.ts'

export type DayPreview = { moved: Moved; day: DayInput }
type Kind = Pick<DayInput, 'kind' | 'name'>

/** What a change of the calendar would mean, before it is made. Throws `Invalid` where a new day is on the list already. */
export async function previewDay(db: Db, day: DayInput, isNew: boolean): Promise<DayPreview> {
  if (isNew && (await calendarDay(db, day.date))) throw new Invalid({ date: { key: 'admin:invalid.dayTaken' } })
  return { moved: await movedByDay(db, day.date, day), day }
}

/** `day` undefined: the date would be an ordinary day of its week. */
export async function movedByDay(db: Db, date: string, day: Kind | undefined, page = 1): Promise<Moved> {
  const { calendar } = await rulesOf(db)
  return previewMoved(db, dayChange(calendar, date, day), page)
}
