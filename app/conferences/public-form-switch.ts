import { z } from 'zod'

/** Opens or closes the form behind the QR code. */
export const formSwitch = z.object({ intent: z.literal('publicForm'), turn: z.enum(['open', 'close'], 'choose') })
