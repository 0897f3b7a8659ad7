import { z } from 'zod'

export const signInForm = z.object({
  email: z.string().trim().toLowerCase().min(1, 'required').max(320, 'tooLong'),
  password: z.string().min(1, 'required').max(1000, 'tooLong'),
  returnTo: z.string().max(2000).optional(),
})
