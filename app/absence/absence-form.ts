import { z } from 'zod'
import { day } from '#app/admin/fields.ts'

const number = z.coerce.number('choose').int('choose').positive('choose').max(Number.MAX_SAFE_INTEGER, 'choose')

export const handOverForm = z
  .object({
    intent: z.literal('handOver'),
    membershipId: number,
    toPersonId: number,
    fromOn: day,
    untilOn: day,
    reason: z.string().trim().min(1, 'required').max(300, 'tooLong'),
  })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ['untilOn'], error: 'absence:invalid.order' })

export type HandOver = Omit<z.output<typeof handOverForm>, 'intent'>

export const endForm = z.object({ intent: z.literal('end'), delegation: number })
export const capacityForm = z.object({ membershipId: number })
