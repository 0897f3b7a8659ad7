import { z } from 'zod'
import { moveSchemas } from '#workflows/resolution/moves.ts'

const words = z.string().trim().min(1, 'required').max(4000, 'tooLong')
const optional = (max: number) => z.string().trim().max(max, 'tooLong').optional().transform((text) => text || null)
/** The version the page showed: another one means that somebody was first. */
const seen = z.coerce.number('other').int('other').positive('other')
const { dueOn } = moveSchemas.commit.shape
const codes = z
  .string().trim().max(2000, 'tooLong').optional()
  .transform((text) => [...new Set((text ?? '').split(/[\s,;]+/).filter(Boolean).map((code) => code.toUpperCase()))])

/** On whose word the coordinating office acts; leadership needs none. */
const mandate = optional(500)

export const askSchema = z.object({
  intent: z.literal('ask'), about: optional(2000), issue: optional(40), unit: z.string().trim().min(1, 'choose').max(40, 'tooLong'), text: words, dueOn, mandate,
})
export const explainSchema = z.object({ intent: z.literal('explain'), seen, text: words, issues: codes })
export const acceptSchema = z.object({ intent: z.literal('accept'), seen, text: optional(4000), mandate })
export const returnSchema = z.object({ intent: z.literal('return'), seen, text: words, dueOn, mandate })
export const withdrawSchema = z.object({ intent: z.literal('withdraw'), seen, text: words, mandate })

export type AskInput = Omit<z.output<typeof askSchema>, 'intent'>
export type ExplainInput = Omit<z.output<typeof explainSchema>, 'intent'>
export type AcceptInput = Omit<z.output<typeof acceptSchema>, 'intent'>
export type ReturnInput = Omit<z.output<typeof returnSchema>, 'intent'>
export type WithdrawInput = Omit<z.output<typeof withdrawSchema>, 'intent'>
