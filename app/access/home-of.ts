import type { Role } from '#workflows/resolution/actor.ts'

const homes: Record<Role, string> = {
  enterprise: '/issues',
  association: '/issues',
  secretary: '/work',
  coordinator: '/work',
  officer: '/work',
  head: '/work',
  leader: '/reports',
  auditor: '/issues',
  admin: '/admin/units',
}

/** Where a person's day begins. */
export const homeOf = (role: Role) => homes[role]
