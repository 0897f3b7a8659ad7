import { readTaxCode } from '#workflows/text/tax-code.ts'
import { cellName } from '../read/grid.ts'
import type { MendedCell, MendedRow } from './mend-cells.ts'
import { splitPlace } from './place.ts'
import type { Columns, Field, Problem, ProposedRow } from './proposal.ts'

/** Who spoke in the row above: what a merged or blank cell of this row repeats. */
export type Speaker = Pick<ProposedRow, 'enterprise' | 'taxCode' | 'zone' | 'district'>

export type RowContext = { sheet: string; columns: Columns; group: string | null; include: boolean; above?: Speaker }

/** A row of the file as a comment, with everything about it that a person should know. */
export function proposeRow(row: MendedRow, context: RowContext): Omit<ProposedRow, 'rowKey'> {
  const { sheet, columns, include, group } = context
  const read = (field: Field) => oneLine(cellOf(row, columns, field)?.text ?? '')
  const problems = cellNotes(row, context)
  const said = ['text', 'proposal'] as const
  const text = said.map((field) => cellOf(row, columns, field)?.text ?? '').filter((part) => part !== '').join('\n')
  const several = countNumbered(text)
  if (several > 1) problems.push(problem(row, context, 'text', 'severalComments', 'info', { count: several }))
  if (row.hidden) problems.push({ sheet, cell: `A${row.number}`, severity: 'warning', key: 'rowHidden', params: {} })
  return {
    sheet,
    row: row.number,
    order: read('order'),
    ...speakerOf(row, context, problems),
    text,
    group,
    topic: read('topic'),
    unit: read('unit'),
    answer: cellOf(row, columns, 'answer')?.text ?? '',
    note: cellOf(row, columns, 'note')?.text ?? '',
    contact: read('contact'),
    phone: read('phone'),
    email: read('email'),
    include: include && !row.hidden,
    problems,
  }
}

/** Only what the row itself says about the speaker, for a row that names an enterprise above its comments. */
export function speakerOf(row: MendedRow, context: RowContext, problems: Problem[]): Speaker {
  const read = (field: Field) => oneLine(cellOf(row, context.columns, field)?.text ?? '')
  const { above } = context
  const named = read('enterprise')
  const carried = named === '' && above !== undefined && above.enterprise !== ''
  const same = carried || (above !== undefined && named === above.enterprise)
  if (carried) {
    const params = { enterprise: above.enterprise }
    problems.push(problem(row, context, 'enterprise', 'enterpriseCarried', 'info', params))
  } else if (named === '' && context.columns.enterprise !== undefined) {
    problems.push(problem(row, context, 'enterprise', 'enterpriseMissing', 'warning', {}))
  }
  const place = splitPlace(read('zone'))
  const district = read('district') || place.district
  const here = place.zone !== '' || district !== '' ? { zone: place.zone, district } : undefined
  return {
    enterprise: carried ? above.enterprise : named,
    taxCode: taxCodeOf(row, context, problems) || (same ? above.taxCode : ''),
    ...(here ?? { zone: same ? above.zone : '', district: same ? above.district : '' }),
  }
}

function taxCodeOf(row: MendedRow, context: RowContext, problems: Problem[]): string {
  const cell = cellOf(row, context.columns, 'taxCode')
  const read = readTaxCode(cell?.text ?? '')
  if (read.kind === 'empty') return ''
  if (read.kind === 'zeroLost') {
    const params = { before: read.code, after: read.offer }
    const offer = problem(row, context, 'taxCode', 'taxCodeZero', 'warning', params)
    problems.push({ ...offer, fix: { field: 'taxCode', value: read.offer } })
  }
  if (read.kind !== 'invalid') return read.code
  const params = { code: read.code, ...read.reason.params }
  problems.push(problem(row, context, 'taxCode', read.reason.key, 'warning', params))
  return oneLine(cell?.text ?? '')
}

function cellNotes(row: MendedRow, { sheet, columns }: RowContext): Problem[] {
  const used = [...new Set(Object.values(columns))].sort((a, b) => a - b)
  return used.flatMap((column) => {
    const cell = row.cells[column]
    if (!cell || cell.mergedFrom) return []
    return cell.notes.map((note) => ({ sheet, cell: cellName(column, row.number), ...note }))
  })
}

function problem(
  row: MendedRow,
  { sheet, columns }: RowContext,
  field: Field,
  key: Problem['key'],
  severity: Problem['severity'],
  params: Problem['params'],
): Problem {
  return { sheet, cell: cellName(columns[field] ?? 0, row.number), severity, key, params }
}

export function cellOf(row: MendedRow, columns: Columns, field: Field): MendedCell | undefined {
  const column = columns[field]
  return column === undefined ? undefined : row.cells[column]
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** How many comments one cell numbers: 1. … 2. … at the start of lines or after a sentence. */
function countNumbered(text: string): number {
  const numbers = [...text.matchAll(/(?:^|\n|[.;:!?]\s)\s*\(?(\d{1,2})[.)]\s/g)].map((match) => Number(match[1]))
  return numbers.reduce((count, number) => (number === count + 1 ? number : count), 0)
}
