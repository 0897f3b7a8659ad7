import { z } from 'zod'

/** NIST SP 800-63B: long rather than artful. A form's text is composed (NFC) before it is measured. */
export const shortestPassword = 12

const password = z.string().min(1, 'required').max(1000, 'tooLong')

export const passwordForm = z
  .object({
    intent: z.literal('password'),
    currentPassword: password,
    newPassword: password.min(shortestPassword, 'tooShort'),
    newPasswordAgain: password,
  })
  .superRefine(({ currentPassword, newPassword, newPasswordAgain }, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (newPassword === currentPassword) wrong('newPassword', 'access:account.samePassword')
    if (newPasswordAgain !== newPassword) wrong('newPasswordAgain', 'access:account.notEqual')
  })

export const tokenForm = z.object({ intent: z.literal('revokeToken'), token: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })

export const languageForm = z.object({ intent: z.literal('language'), locale: z.enum(['vi', 'en'], 'choose') })
