import type { Role } from '#workflows/resolution/actor.ts'

/** Who finds demands for an explanation: the offices all of them, people of a unit those made of it. */
export const readers = ['leader', 'coordinator', 'secretary', 'auditor', 'head', 'officer'] as const satisfies readonly Role[]
