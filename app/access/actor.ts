import type { By, Role } from '#workflows/resolution/actor.ts'

/** The person behind a request, acting in one role. */
export type Actor = By & {
  personId: number
  role: Role
  name: string
  email: string
  locale: 'vi' | 'en'
  membershipId: number
  /** What the person's unit is called today; events keep it as it was. */
  unitName: string | null
  /** Whose role it is, where the person stands in for somebody who is away. */
  onBehalfOf?: { personId: number; name: string }
  /** Notices not read yet, known where the person came with a session. */
  unread?: number
}

export const byOf = (actor: By): By => ({
  personId: actor.personId,
  role: actor.role,
  unit: actor.unit,
  enterpriseId: actor.enterpriseId,
  associationId: actor.associationId,
  ...(actor.standsIn && { standsIn: actor.standsIn }),
})
