import { z } from 'zod'
import { namesRealDay } from '#workflows/deadlines/local-day.ts'

export const words = (max = 300) => z.string().trim().min(1, 'required').max(max, 'tooLong')
export const maybe = (max = 300) => z.string().trim().max(max, 'tooLong').optional().transform((text) => text || null)

/** yyyy-MM-dd, a day that exists, in the years that can be counted. */
export const day = z.string().trim().min(1, 'required').regex(/^\d{4}-\d{2}-\d{2}$/, 'date').refine(namesRealDay, 'date')
  .refine((text) => text >= '1990-01-01' && text <= '2150-12-31', 'date')
export const maybeDay = z.preprocess((text) => (text === '' ? undefined : text), day.optional()).transform((text) => text ?? null)

/** The number of a row, from a field that no one types into. */
export const rowId = z.coerce.number('choose').int('choose').positive('choose').max(Number.MAX_SAFE_INTEGER, 'choose')

export const ticked = z.preprocess((value) => value === 'yes' || value === 'on' || value === true, z.boolean())

/** Codes repeat as fields of one name; an empty choice is none. */
export const codes = z.preprocess(
  (value) => [value ?? []].flat().filter((one) => one !== ''),
  z.array(z.string().trim().max(60, 'tooLong')).max(40, 'tooLong'),
)

type Validity = { validFrom: string | null; validTo: string | null }

/** For `superRefine`: the last day is not before the first. */
export function inOrder({ validFrom, validTo }: Validity, ctx: z.RefinementCtx) {
  if (validFrom && validTo && validTo < validFrom) {
    ctx.addIssue({ code: 'custom', path: ['validTo'], message: 'admin:invalid.validityOrder' })
  }
}
