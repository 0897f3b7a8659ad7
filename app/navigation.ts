import type { Role } from '#workflows/resolution/actor.ts'

type Place = { to: string; key: string; roles: readonly (Role | 'public')[]; end?: boolean }

const everyone = ['enterprise', 'association', 'secretary', 'coordinator', 'officer', 'head', 'leader', 'auditor', 'admin'] as const

/** The main places and who finds them in the navigation; what a person may do there is decided there. */
const places: Place[] = [{ to: '/', key: 'common:nav.home', roles: ['public', ...everyone], end: true }]

export function placesFor(role: Role | undefined) {
  return places.filter(({ roles }) => roles.includes(role ?? 'public')).map(({ to, key, end }) => ({ to, key, end }))
}
