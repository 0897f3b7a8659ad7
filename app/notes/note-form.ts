import { z } from 'zod'

export const noteForm = z.object({
  text: z.string().trim().min(1, 'required').max(4000, 'tooLong'),
  shared: z.preprocess((value) => value === 'yes' || value === 'on', z.boolean()),
})
export type NoteInput = z.output<typeof noteForm>
