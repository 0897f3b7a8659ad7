import { z } from 'zod'

const optional = (max: number) => z.string().trim().max(max, 'tooLong').optional().transform((text) => text || undefined)
const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)

/** A conference as it is announced; checked alike by the form, the API and the use case. */
export const conferenceSchema = z.object({
  title: z.string().trim().min(1, 'required').max(500, 'tooLong'),
  heldOn: z.string().trim().min(1, 'required').refine((day) => !Number.isNaN(Date.parse(day)) && isDay(day), 'date'),
  venue: optional(300),
  chair: optional(200),
  scheme: optional(60),
})

export type ConferenceInput = z.output<typeof conferenceSchema>
