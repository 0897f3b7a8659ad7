import { z } from 'zod'

const optional = (max: number) => z.string().trim().max(max, 'tooLong').optional().transform((text) => text || undefined)
const isDay = (day: string) => !Number.isNaN(Date.parse(day)) && /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
const optionalDay = z.string().trim().refine((day) => day === '' || isDay(day), 'date').optional().transform((day) => day || undefined)

const fields = z.object({
  title: z.string().trim().min(1, 'required').max(500, 'tooLong'),
  theme: optional(500),
  /** By its name; one not yet known is named in `newSeries`. */
  series: optional(300),
  newSeries: optional(300),
  heldOn: z.string().trim().min(1, 'required').refine(isDay, 'date'),
  venue: optional(300),
  chair: optional(200),
  hostUnit: optional(40),
  scheme: optional(60),
  collectUntil: optionalDay,
  answersDueOn: optionalDay,
  namesShown: z.union([z.boolean(), z.string().max(5, 'choose')]).optional().transform((said) => said === true || said === 'yes'),
})

/**
 * A conference as it is planned; checked alike by the form, the API and the use cases. Comments are collected before
 * units have to be ready with their answers, and they are ready by the day of the meeting.
 */
export const conferenceSchema = fields.superRefine(({ collectUntil, answersDueOn, heldOn }, context) => {
  const wrong = (name: keyof z.output<typeof fields>, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  if (answersDueOn && answersDueOn > heldOn) wrong('answersDueOn', 'before:invalid.answersAfterHeld')
  if (collectUntil && collectUntil > heldOn) wrong('collectUntil', 'before:invalid.collectAfterHeld')
  else if (collectUntil && answersDueOn && collectUntil > answersDueOn) wrong('collectUntil', 'before:invalid.collectAfterAnswers')
})

export type ConferenceInput = z.output<typeof conferenceSchema>

/** What a plan must have at the least. */
export type NewConference = Pick<ConferenceInput, 'title' | 'heldOn'> & Partial<ConferenceInput>
