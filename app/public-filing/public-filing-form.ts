import { z } from 'zod'
import { readTaxCode } from '#workflows/text/tax-code.ts'
import { tidy } from '#workflows/text/nfc.ts'

const line = (max: number) => z.string().trim().max(max, 'tooLong').optional().transform((text) => text ?? '')
const phone = /^[+(\d][\d\s.()-]{7,19}$/

const taxCode = line(30).superRefine((typed, context) => {
  const read = readTaxCode(typed)
  if (read.kind === 'invalid') context.addIssue({ code: 'custom', message: `filing:${read.reason.key}` })
  if (read.kind === 'zeroLost') context.addIssue({ code: 'custom', message: 'before:publicForm.taxCodeZero' })
})

/** What is asked of somebody without an account. Nobody is written down who did not agree to be called. */
export const publicFilingForm = z
  .object({
    text: z.string().max(20_000, 'tooLong').refine((text) => tidy(text).text !== '', 'required'),
    name: z.string().trim().min(1, 'required').max(300, 'tooLong'),
    taxCode,
    group: line(60),
    contactName: line(200),
    contactPhone: line(20).refine((typed) => typed === '' || phone.test(typed), 'filing:contact.phone'),
    contactEmail: line(320).refine((typed) => typed === '' || z.email().safeParse(typed).success, 'email'),
    consent: z.string().max(5, 'other').optional().transform((said) => said === 'yes'),
  })
  .refine(({ contactName, contactPhone, contactEmail, consent }) => consent || (contactName + contactPhone + contactEmail === ''), {
    path: ['consent'], message: 'before:publicForm.consentNeeded',
  })

export type PublicFiling = z.output<typeof publicFilingForm>

/** The two things written down after filing; a field named «secret» is never given back to a page. */
export const presentedForm = z.object({
  code: z.string().trim().min(1, 'required').max(40, 'tooLong'),
  secret: z.string().trim().min(1, 'required').max(60, 'tooLong'),
})
export type Presented = z.output<typeof presentedForm>
