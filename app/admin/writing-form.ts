import { z } from 'zod'
import { codes, inOrder, maybe, maybeDay, ticked, words } from './fields.ts'

const documentNumber = words(60).regex(/^\d{1,5}\/(\d{4}\/)?[\p{L}\d]+(-[\p{L}\d]+)*$/u, 'writing:invalid.number')

export const citationForm = z.object({
  number: documentNumber,
  name: words(500),
  validFrom: maybeDay,
  validTo: maybeDay,
  replacedBy: z.preprocess((text) => (text === '' ? undefined : text), documentNumber.optional()).transform((text) => text ?? null),
  url: z.string().trim().max(500, 'tooLong').regex(/^(https?:\/\/[^\s"<>]+)?$/i, 'webAddress').optional().transform((text) => text || null),
  note: maybe(1000),
  verified: ticked,
}).superRefine(inOrder)
export type CitationInput = z.output<typeof citationForm>

export const templateForm = z.object({
  name: words(200),
  topic: maybe(60),
  group: maybe(60),
  text: z.string().trim().min(1, 'required').max(10_000, 'tooLong'),
  citations: codes,
  inUse: ticked,
}).superRefine(({ topic, group }, ctx) => {
  if (topic && group) ctx.addIssue({ code: 'custom', path: ['group'], message: 'writing:invalid.oneOf' })
})
export type TemplateInput = z.output<typeof templateForm>

/** Who keeps the words that answers begin from. Neither of them is shown an issue by it. */
export const keepers = ['admin', 'coordinator'] as const
