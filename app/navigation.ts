import type { Role } from '#workflows/resolution/actor.ts'

type Place = { to: string; key: string; roles: readonly Role[]; end?: boolean }

const filers = ['enterprise', 'association'] as const
const unitPeople = ['officer', 'head'] as const
const office = ['secretary', 'coordinator', 'leader', 'auditor'] as const

/** The main places and who finds them in the navigation; what a person may do there is decided there. */
const places: Place[] = [
  { to: '/work', key: 'common:nav.work', roles: [...filers, 'secretary', 'coordinator', ...unitPeople, 'leader'] },
  { to: '/issues', key: 'common:nav.issues', roles: [...filers, ...unitPeople, ...office], end: true },
  { to: '/issues/new', key: 'common:nav.raise', roles: filers },
  { to: '/invitations', key: 'before:invitation.nav', roles: filers },
  { to: '/commitments', key: 'common:nav.commitments', roles: [...unitPeople, ...office] },
  { to: '/conferences', key: 'common:nav.conferences', roles: office },
  { to: '/upward', key: 'common:nav.upward', roles: [...unitPeople, ...office] },
  { to: '/hand-over', key: 'handover:list.nav', roles: ['coordinator'] },
  { to: '/reports', key: 'common:nav.reports', roles: [...office, 'head'] },
  { to: '/notices', key: 'common:nav.notices', roles: [...filers, ...unitPeople, ...office] },
  { to: '/admin/templates', key: 'writing:admin.templates.title', roles: ['coordinator'] },
  { to: '/audit', key: 'common:nav.audit', roles: ['auditor'] },
  { to: '/admin', key: 'common:nav.admin', roles: ['admin'] },
]

export function placesFor(role: Role | undefined, unread = 0) {
  const mine = places.filter(({ roles }) => role !== undefined && roles.includes(role))
  return mine.map(({ to, key, end }) => ({ to, key, end, count: to === '/notices' ? unread : undefined }))
}
