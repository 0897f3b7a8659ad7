import { z } from 'zod'
import { day, maybe, rowId, ticked, words } from './fields.ts'

export const dayKinds = ['holiday', 'swap_off', 'workday'] as const

/** `confirmed` comes with the second look, after the page has said how many issues would move. */
const confirmed = ticked
/** The line of a calendar file that the day was taken from. */
const proposal = z.preprocess((value) => (value === '' ? undefined : value), rowId.optional()).transform((id) => id ?? null)
export const dayForm = z.object({ date: day, kind: z.enum(dayKinds, 'choose'), name: words(200), source: maybe(500), verified: ticked, proposal, confirmed })
export const calendarFileForm = z.object({ file: z.custom<Blob>((value) => value instanceof Blob && value.size > 0, 'rules:ics.chooseFile') })
export const yearForm = z.object({ year: z.coerce.number('number').int('number').min(1990, 'number').max(2150, 'number') })
export const refuseProposalForm = z.object({ id: rowId })
export const removeDayForm = z.object({ confirmed })

export type DayInput = Omit<z.output<typeof dayForm>, 'confirmed'>
