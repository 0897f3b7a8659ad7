import { z } from 'zod'

const id = z.coerce.number('other').int('other').positive('other')
const name = z.string().trim().min(1, 'required').max(80, 'tooLong')
const share = z.string().trim().min(1, 'choose').max(40, 'tooLong')

export const saveSchema = z.object({ intent: z.literal('save'), name, share, address: z.string().trim().min(1, 'required').max(2000, 'tooLong') })
export const changeSchema = z.object({ intent: z.literal('change'), id, name, share })
export const dropSchema = z.object({ intent: z.literal('drop'), id })

export type SaveInput = Omit<z.output<typeof saveSchema>, 'intent'>
export type ChangeInput = Omit<z.output<typeof changeSchema>, 'intent'>
