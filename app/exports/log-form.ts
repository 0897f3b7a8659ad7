import { z } from 'zod'
import { day } from '#app/admin/fields.ts'
import { exported } from './formats.ts'

const maybe = <T extends z.ZodType>(schema: T) => z.preprocess((text) => (text === '' ? undefined : text), schema.optional())

/** What the log of downloads is searched by, as it stands in an address. */
export const exportLogForm = z.object({
  person: maybe(z.string().trim().max(200, 'tooLong')), what: maybe(z.enum(exported, 'choose')), from: maybe(day), to: maybe(day),
})
