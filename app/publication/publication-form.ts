import { z } from 'zod'

const words = z.string().trim().min(1, 'required').max(20_000, 'tooLong')
/** Number and fingerprint of the version the page showed; «none» where there was none. */
const seen = z.string().trim().regex(/^(?:none|\d{1,9}:[0-9a-f]{64})$/, 'other')
const reason = z.string().trim().min(1, 'required').max(1_000, 'tooLong')

export const draftSchema = z.object({ question: words, answer: words, reason: reason.optional().or(z.literal('')), seen })
export const approveSchema = z.object({ seen })
export const withdrawSchema = z.object({ reason, seen })
/** What the preview showed: only that goes out. */
export const publishSchema = z.object({ version: z.array(z.coerce.number('other').int('other').positive('other')).min(1, 'publication:nothingChosen').max(1_000, 'tooManyFields') })
