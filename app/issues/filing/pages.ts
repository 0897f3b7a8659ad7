import { z } from 'zod'
import { tidy } from '#workflows/text/nfc.ts'

/** What is asked of somebody who files an issue, a page a question. The same schemas check the page and the whole. */
const line = (max: number) => z.string().trim().max(max, 'tooLong')
const id = /^\d{1,15}$/
const phone = /^[+(\d][\d\s.()-]{7,19}$/

export const pageSchemas = {
  member: z.object({ member: z.string('choose').regex(id, 'choose') }),
  conference: z.object({ conference: z.string('choose').regex(/^(none|\d{1,15})$/, 'choose') }),
  text: z.object({ text: line(20_000).refine((text) => tidy(text).text !== '', 'required') }),
  group: z.object({ group: z.string('choose').trim().min(1, 'choose').max(40, 'choose') }),
  place: z.object({ zone: line(200), district: line(200) }),
  contact: z
    .object({
      contactName: line(200).min(1, 'required'),
      contactPhone: line(20).refine((typed) => typed === '' || phone.test(typed), 'filing:contact.phone'),
      contactEmail: line(320).refine((typed) => typed === '' || z.email().safeParse(typed).success, 'email'),
    })
    .refine(({ contactPhone, contactEmail }) => contactPhone !== '' || contactEmail !== '', {
      path: ['contactPhone'],
      message: 'filing:contact.either',
    }),
} satisfies Record<string, z.ZodObject>

export type FilingPage = keyof typeof pageSchemas
/** Answers as typed, before anybody has said that they are complete. */
export type Answers = Record<string, string>
export type Complete = { [P in FilingPage]: z.output<(typeof pageSchemas)[P]> }

type Filer = { role: string }
const inOrder = Object.keys(pageSchemas) as FilingPage[]

export const isFilingPage = (name: unknown): name is FilingPage => inOrder.some((page) => page === name)
export const fieldsOf = (page: FilingPage) => Object.keys(pageSchemas[page].shape)

/** Only an association has to say for whom. */
export const pagesFor = ({ role }: Filer) => (role === 'association' ? inOrder : inOrder.filter((page) => page !== 'member'))

export const pageBefore = (filer: Filer, page: FilingPage): FilingPage | undefined =>
  pagesFor(filer)[pagesFor(filer).indexOf(page) - 1]

export const pageAfter = (filer: Filer, page: FilingPage): FilingPage | 'check' =>
  pagesFor(filer)[pagesFor(filer).indexOf(page) + 1] ?? 'check'

/** The first page whose answer is missing or would not pass. */
export const firstOpenPage = (filer: Filer, answers: Answers): FilingPage | undefined =>
  pagesFor(filer).find((page) => !pageSchemas[page].safeParse(answers).success)

export const filers = ['enterprise', 'association'] as const
