import { z } from 'zod'
import type { Chosen } from './confirm-suggestions.server.ts'

const chosen = z
  .string()
  .regex(/^\d{1,15}:\d{1,9}$/, 'other')
  .transform((value): Chosen => {
    const [id, version] = value.split(':').map(Number)
    return { id: id!, version: version! }
  })

/** Ticked rows, each with the version the person saw; or the one whose own button was pressed. */
export const confirmSchema = z.object({ only: chosen.optional(), issue: z.array(chosen).max(100, 'tooManyFields') })
