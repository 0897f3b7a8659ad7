import type { Actor } from '#app/access/actor.ts'

type Person = Pick<Actor, 'role' | 'personId'>

/** The coordinating office drafts; leadership or another of the office approves, and either lets it out. */
export const readers = ['coordinator', 'secretary', 'leader', 'auditor'] as const satisfies readonly Actor['role'][]
export const mayDraft = ({ role }: Person) => role === 'coordinator'
export const mayPublish = ({ role }: Person) => role === 'coordinator' || role === 'leader'
/** Four eyes: never whoever wrote it last. */
export const mayApprove = (by: Person, draftedBy: number | null) => mayPublish(by) && draftedBy !== null && by.personId !== draftedBy
