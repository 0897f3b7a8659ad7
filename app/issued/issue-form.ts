import { z } from 'zod'

/** `question`: the address of the report as it was shown, with its instant. */
export const issueForm = z.object({
  intent: z.literal('issue'),
  title: z.string().trim().min(1, 'required').max(200, 'tooLong'),
  question: z.string().max(2000, 'tooLong'),
})
export type IssueInput = Pick<z.output<typeof issueForm>, 'title' | 'question'>
