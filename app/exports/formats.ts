export const exportTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const
export type ExportFormat = keyof typeof exportTypes

/** Everything that can leave as a file, as the log of downloads names it. */
export const exported = ['issues', 'report', 'issued', 'conclusion', 'tasks', 'figures', 'contents', 'minutes', 'handling', 'carryOver', 'calendar', 'file'] as const
export type Exported = (typeof exported)[number]
