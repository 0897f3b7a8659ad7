/** Roles of people, in the order in which work passes; the public has no account and so no role. */
export const roles = [
  'enterprise',
  'association',
  'secretary',
  'coordinator',
  'officer',
  'head',
  'leader',
  'auditor',
  'admin',
] as const

export type Role = (typeof roles)[number]

/** Who makes a move: a person in one role, or the clock (`system`). */
export type By = {
  personId: number | null
  role: Role | 'system'
  unit: string | null
  enterpriseId: number | null
  associationId: number | null
  /** The role is another's, who is away: its rights but for what the law gives to a person by name. */
  standsIn?: true
}

export const system: By = { personId: null, role: 'system', unit: null, enterpriseId: null, associationId: null }
