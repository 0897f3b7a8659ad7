import type { Role } from '#workflows/resolution/actor.ts'

/** Who reads the reports. People of a unit find what their unit has a part in, and nothing else. */
export const readers = [
  'leader', 'coordinator', 'secretary', 'auditor', 'head', 'officer',
] as const satisfies readonly Role[]
