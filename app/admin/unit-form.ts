import { z } from 'zod'
import { day, inOrder, maybe, maybeDay, ticked, words } from './fields.ts'

export const unitKinds = ['so', 'ban_ql', 'van_phong', 'dia_phuong', 'tw', 'sn', 'doan_the', 'dn'] as const

/** Capitals and digits in groups: STNMT, UBND-BADINH. It stands in addresses and in accounts, and is never changed. */
const code = z.string().trim().toUpperCase().min(1, 'required').max(30, 'tooLong')
  .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'admin:invalid.unitCode')

const fields = {
  nameVi: words(),
  nameEn: words(),
  kind: z.enum(unitKinds, 'choose'),
  parent: maybe(40),
  validFrom: maybeDay,
  validTo: maybeDay,
  note: maybe(1000),
  verified: ticked,
}

export const unitForm = z.object({ intent: z.literal('edit'), ...fields }).superRefine(inOrder)
export const newUnitForm = z.object({ code, ...fields }).superRefine(inOrder)
export const endUnitForm = z.object({ intent: z.literal('end'), lastDay: day, successor: maybe(40) })
export const addSuccessorForm = z.object({ intent: z.literal('addSuccessor'), successor: words(40) })
export const removeSuccessorForm = z.object({ intent: z.literal('removeSuccessor'), successor: words(40) })

export type UnitInput = Omit<z.output<typeof unitForm>, 'intent'>
export type NewUnitInput = z.output<typeof newUnitForm>
