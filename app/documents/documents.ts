import type { Role } from '#workflows/resolution/actor.ts'

/** The papers of a conference and the files they come as, in the order in which links show them. */
export const formatsOf = {
  conclusion: ['docx', 'pdf'],
  tasks: ['xlsx'],
  figures: ['docx', 'pdf', 'xlsx'],
  contents: ['docx', 'pdf', 'xlsx'],
  minutes: ['docx', 'pdf'],
  handling: ['docx', 'pdf'],
} as const satisfies Record<string, readonly FileFormat[]>

export type FileFormat = 'docx' | 'pdf' | 'xlsx'
export type DocumentName = keyof typeof formatsOf

/** The key of what each is called. */
export const nameKeys = {
  conclusion: 'documents:notice.name', tasks: 'documents:tasks.name', figures: 'documents:figures.name', contents: 'documents:contents.name',
  minutes: 'documents:minutes.name', handling: 'documents:handling.name',
} as const satisfies Record<DocumentName, string>

/** As the pages they stand on. */
export const documentReaders = ['coordinator', 'secretary', 'leader', 'auditor'] as const satisfies readonly Role[]
