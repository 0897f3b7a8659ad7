import { z } from 'zod'

export const noteForm = z.object({
  /** A text alone might be meant for another form: what is noted is never taken back. */
  intent: z.literal('note'),
  text: z.string().trim().min(1, 'required').max(4000, 'tooLong'),
  shared: z.preprocess((value) => value === 'yes' || value === 'on', z.boolean()),
})
export type NoteInput = Omit<z.output<typeof noteForm>, 'intent'>
