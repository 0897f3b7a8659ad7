import type { Role } from '#workflows/resolution/actor.ts'

/** Those who see the same issues: figures one of them issued are figures each of them counts again. */
export const issuedReaders = ['leader', 'coordinator', 'secretary', 'auditor'] as const satisfies readonly Role[]
/** Who may put figures beyond recall. */
export const issuers = ['leader', 'coordinator'] as const satisfies readonly Role[]
export const mayIssue = (role: Role): boolean => (issuers as readonly Role[]).includes(role)
