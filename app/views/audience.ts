import type { Actor } from '#app/access/actor.ts'
import type { Role } from '#workflows/resolution/actor.ts'
import type { audiences } from '#db/schema/index.ts'

/** Who keeps views: those whose lists are long enough to be filtered. */
export const readers = ['leader', 'coordinator', 'secretary', 'auditor', 'head', 'officer'] as const satisfies readonly Role[]
const offices: readonly Role[] = ['leader', 'coordinator', 'secretary']

type Audience = { sharedWith: (typeof audiences)[number]; unit: string | null; role: Role | null }
export type Sharer = Pick<Actor, 'role' | 'unit'>

/** What stands in the form: «nobody», «unit», «everybody», or a role of the offices and units, «role.head». */
export const shareOf = ({ sharedWith, role }: Pick<Audience, 'sharedWith' | 'role'>) => (sharedWith === 'role' ? `role.${role}` : sharedWith)

/** With whom somebody may share: one's own unit; a role or everybody only from the offices, whose views are the house's. */
export const sharesOpenTo = ({ role, unit }: Sharer): string[] => [
  'nobody',
  ...(unit === null ? [] : ['unit']),
  ...(offices.includes(role) ? [...readers.map((one) => `role.${one}`), 'everybody'] : []),
]

export function audienceOf(share: string, by: Sharer): Audience | undefined {
  if (!sharesOpenTo(by).includes(share)) return undefined
  const role = share.startsWith('role.') ? (share.slice(5) as Role) : null
  return { sharedWith: role ? 'role' : (share as Audience['sharedWith']), unit: share === 'unit' ? by.unit : null, role }
}
