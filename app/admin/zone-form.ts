import { z } from 'zod'
import { maybe, ticked, words } from './fields.ts'

export const zoneKinds = ['park', 'cluster'] as const
export const zoneStatuses = ['operating', 'construction_started', 'established', 'appraisal'] as const

export const zoneForm = z.object({
  name: words(),
  kind: z.enum(zoneKinds, 'choose'),
  district: maybe(200),
  status: z.enum(zoneStatuses, 'choose'),
  verified: ticked,
})
export type ZoneInput = z.output<typeof zoneForm>
