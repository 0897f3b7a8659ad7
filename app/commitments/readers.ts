import type { Role } from '#workflows/resolution/actor.ts'

/** Whose page the calendar is. An enterprise follows what was promised to it on its own issue. */
export const calendarReaders = ['officer', 'head', 'secretary', 'coordinator', 'leader', 'auditor'] as const satisfies readonly Role[]
export const readsCalendar = (role: Role) => (calendarReaders as readonly Role[]).includes(role)
