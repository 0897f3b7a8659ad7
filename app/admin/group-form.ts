import { z } from 'zod'
import { words } from './fields.ts'

/** What an address and a report can carry: small letters, digits, a dot or a hyphen between. */
export const slug = words(60).toLowerCase().regex(/^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/, 'admin:invalid.code')

export const groupForm = z.object({ code: slug, nameVi: words(), nameEn: words() })
export type GroupInput = z.output<typeof groupForm>
