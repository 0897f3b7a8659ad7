import { z } from 'zod'
import { day, maybe, ticked, words } from './fields.ts'

export const dayKinds = ['holiday', 'swap_off', 'workday'] as const

/** `confirmed` comes with the second look, after the page has said how many issues would move. */
const confirmed = ticked
export const dayForm = z.object({ date: day, kind: z.enum(dayKinds, 'choose'), name: words(200), source: maybe(500), verified: ticked, confirmed })
export const removeDayForm = z.object({ confirmed })

export type DayInput = Omit<z.output<typeof dayForm>, 'confirmed'>
