import holidays from '#db/seed/data/holidays.json' with { type: 'json' }
import type { CalendarDay } from '#workflows/deadlines/calendar.ts'
import { makeCalendar } from '#workflows/deadlines/calendar.ts'

const kinds: readonly string[] = ['holiday', 'swap_off', 'workday'] satisfies CalendarDay['kind'][]
const isDecided = (kind: string): kind is CalendarDay['kind'] => kinds.includes(kind)

/** The shipped calendar, without the days still waiting for a decision. */
export const hanoi = makeCalendar(
  holidays.flatMap(({ date, kind, name_vi }) => (isDecided(kind) ? [{ date, kind, name: name_vi }] : [])),
)

/** An instant as the clock on the wall in Hanoi shows it: "2024-04-05 09:00". */
export const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+07:00`)
