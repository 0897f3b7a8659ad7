import { z } from 'zod'
import { moveSchemas } from '#workflows/resolution/moves.ts'

const words = (max: number) => z.string().trim().min(1, 'required').max(max, 'tooLong')
const optional = (max: number) => z.string().trim().max(max, 'tooLong').optional().transform((text) => text || null)
/** What the person saw when the form was made: other content lying there means that a colleague was first. */
const seen = z.string().regex(/^[0-9a-f]{64}$/, 'other')
const { dueOn } = moveSchemas.commit.shape

export const draftForm = z.object({ intent: z.literal('draft') })

/** The words of a notice of conclusions, as long as it is a draft. */
export const wordingForm = z.object({
  intent: z.literal('wording'), seen, issuerAbove: optional(200), issuer: words(200), place: words(100), abstract: words(1000), opening: words(20_000), conclusion: words(20_000), recipients: words(4000),
})
export type Wording = Omit<z.output<typeof wordingForm>, 'intent' | 'seen'>
export const wordingNames = ['issuerAbove', 'issuer', 'place', 'abstract', 'opening', 'conclusion', 'recipients'] as const

const codes = z
  .string().trim().max(4000, 'tooLong').optional()
  .transform((text) => [...new Set((text ?? '').split(/[\s,;]+/).filter(Boolean).map((code) => code.toUpperCase()))])
const units = z.preprocess((value) => [value ?? []].flat().filter((one) => one !== ''), z.array(z.string().max(40, 'tooLong')).max(30, 'tooLong'))

/** One task; without a date of its own its issues keep the dates they have. */
export const taskForm = z.object({
  seen: z.preprocess((value) => value || null, seen.nullable()),
  text: words(4000),
  leadUnit: z.string().trim().min(1, 'choose').max(40, 'tooLong'),
  coordinatingUnits: units,
  dueOn: z.preprocess((value) => (value === '' || value === undefined ? null : value), dueOn.nullable()),
  product: optional(500),
  issues: codes,
})
export type TaskInput = z.output<typeof taskForm>
export const taskNames = ['text', 'leadUnit', 'coordinatingUnits', 'dueOn', 'product', 'issues'] as const

/** Number, date and signature of the issued notice. */
export const signOffForm = z.object({
  intent: z.literal('signOff'), seen, number: words(60), issuedOn: dueOn, authority: optional(300), signerPosition: words(200), signerName: words(200),
})
export type SignOff = Omit<z.output<typeof signOffForm>, 'intent'>
export const signOffNames = ['number', 'issuedOn', 'authority', 'signerPosition', 'signerName'] as const

const task = z.coerce.number('other').int('other').positive('other')
export const orderForm = z.object({ task, to: z.enum(['up', 'down', 'away']) })
