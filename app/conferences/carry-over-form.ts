import { z } from 'zod'

const code = z.string().trim().min(1, 'required').max(40, 'tooLong')

/** Which issue a conference does not take up, and why; the reason is kept with it. */
export const leaveOutSchema = z.object({ code, reason: z.string().trim().min(1, 'required').max(1_000, 'tooLong') })
export const takeUpSchema = z.object({ code })
