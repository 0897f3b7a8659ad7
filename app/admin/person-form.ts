import { z } from 'zod'
import { roles, type Role } from '#workflows/resolution/actor.ts'
import { readTaxCode } from '#workflows/text/tax-code.ts'
import { maybe, words } from './fields.ts'

/** For whom a person acts in a role: what has to be named beside it. */
export const actsFor: Record<Role, 'unit' | 'enterprise' | 'association' | 'nobody'> = {
  enterprise: 'enterprise',
  association: 'association',
  secretary: 'unit',
  coordinator: 'unit',
  officer: 'unit',
  head: 'unit',
  leader: 'unit',
  auditor: 'nobody',
  admin: 'nobody',
}

const email = z.string().trim().toLowerCase().min(1, 'required').max(320, 'tooLong').pipe(z.email('email'))
const person = { name: words(200), email, locale: z.enum(['vi', 'en'], 'choose') }
const capacity = { role: z.enum(roles, 'choose'), unit: maybe(40), taxCode: maybe(30), enterpriseName: maybe(300), association: maybe(300) }

type Capacity = { role: Role; unit: string | null; taxCode: string | null; association: string | null }

function complete({ role, unit, taxCode, association }: Capacity, ctx: z.RefinementCtx) {
  const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
  if (actsFor[role] === 'unit' && !unit) wrong('unit', 'choose')
  if (actsFor[role] === 'association' && !association) wrong('association', 'required')
  if (actsFor[role] !== 'enterprise') return
  const { kind } = readTaxCode(taxCode ?? '')
  if (kind === 'empty') wrong('taxCode', 'required')
  if (kind === 'invalid') wrong('taxCode', 'admin:invalid.taxCode')
  if (kind === 'zeroLost') wrong('taxCode', 'admin:invalid.taxCodeZero')
}

export const newPersonForm = z.object({ ...person, ...capacity }).superRefine(complete)
export const personForm = z.object({ intent: z.literal('person'), ...person })
export const roleForm = z.object({ intent: z.literal('role'), further: z.literal('yes').optional(), ...capacity }).superRefine(complete)
export const endRoleForm = z.object({ intent: z.literal('endRole'), membership: z.coerce.number('choose').int('choose').positive('choose') })
export const statusForm = z.object({ intent: z.enum(['disable', 'enable', 'resetPassword']) })

export type CapacityInput = Omit<z.output<typeof roleForm>, 'intent' | 'further'>
export type NewPersonInput = z.output<typeof newPersonForm>
