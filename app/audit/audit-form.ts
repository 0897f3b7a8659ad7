import { z } from 'zod'
import { day } from '#app/admin/fields.ts'
import { moveNames } from '#workflows/resolution/moves.ts'

export const eventNames = ['receive', ...moveNames] as const

const words = z.string().trim().max(200, 'tooLong').optional().transform((text) => text || undefined)
const maybe = <T extends z.ZodType>(schema: T) => z.preprocess((text) => (text === '' ? undefined : text), schema.optional())

export const auditForm = z.object({
  code: words, person: words, unit: words, move: maybe(z.enum(eventNames, 'choose')), from: maybe(day), to: maybe(day),
}).superRefine(({ from, to }, ctx) => {
  if (from && to && to < from) ctx.addIssue({ code: 'custom', path: ['to'], message: 'audit:invalid.order' })
})

