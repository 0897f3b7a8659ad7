import { z } from 'zod'
import { day, rowId } from '#app/admin/fields.ts'

export const handOverForm = z
  .object({
    intent: z.literal('handOver'),
    membershipId: rowId,
    toPersonId: rowId,
    fromOn: day,
    untilOn: day,
    reason: z.string().trim().min(1, 'required').max(300, 'tooLong'),
  })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ['untilOn'], error: 'absence:invalid.order' })

export type HandOver = Omit<z.output<typeof handOverForm>, 'intent'>

export const endForm = z.object({ intent: z.literal('end'), delegation: rowId })
export const capacityForm = z.object({ membershipId: rowId })
