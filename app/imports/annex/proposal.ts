import type { ProblemKey } from './problem-keys.ts'

/** What a column of an annex can hold. `proposal` («Đề xuất») is a second part of the comment. */
export const fields = [
  'order',
  'enterprise',
  'taxCode',
  'zone',
  'district',
  'text',
  'proposal',
  'group',
  'topic',
  'unit',
  'answer',
  'note',
  'contact',
  'phone',
  'email',
] as const
export type Field = (typeof fields)[number]

/** Zero-based column of each field. */
export type Columns = Partial<Record<Field, number>>

/** Where the table of a sheet is. `headerRow` is the last line of the header, 0 when there is none. */
export type SheetMapping = { headerRow: number; columns: Columns }

/** By sheet name; a sheet that is not in it is not imported. */
export type Mapping = Record<string, SheetMapping>

/**
 * `error`: nothing can be imported before it is put right. `warning`: a person should look. `info`: what was repaired
 * or left out. `cell` is empty when the sheet as a whole is meant.
 */
export type Problem = {
  sheet: string
  cell: string
  severity: 'error' | 'warning' | 'info'
  key: ProblemKey
  params: Record<string, string | number>
  /** An offer: the value this field of the row gets if a person accepts. */
  fix?: { field: 'taxCode'; value: string }
}

export type ProposedRow = {
  sheet: string
  row: number
  /** Same comment, same key, wherever its row stands: a second import of a re-sorted file finds what it already has. */
  rowKey: string
  order: string
  enterprise: string
  taxCode: string
  zone: string
  district: string
  text: string
  /** Code of the group, null when the file names none that is known. */
  group: string | null
  topic: string
  /** The unit as the office wrote it. */
  unit: string
  answer: string
  note: string
  contact: string
  phone: string
  email: string
  include: boolean
  problems: Problem[]
}

export type Proposal = {
  mapping: Mapping
  rows: ProposedRow[]
  /** What belongs to no single row; the others are at their rows. */
  problems: Problem[]
}
