import { Invalid } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { calendarDay } from '#db/queries/admin-catalogue.ts'
import { countMoved } from './count-moved.server.ts'
import type { DayInput } from './calendar-form.ts'

export type DayPreview = { moved: number; day: DayInput }

/** What a change of the calendar would mean, before it is made. Throws `Invalid` where a new day is on the list already. */
export async function previewDay(db: Db, day: DayInput, isNew: boolean): Promise<DayPreview> {
  if (isNew && (await calendarDay(db, day.date))) throw new Invalid({ date: { key: 'admin:invalid.dayTaken' } })
  return { moved: await countMoved(db, day.date, { kind: day.kind, name: day.name }), day }
}
