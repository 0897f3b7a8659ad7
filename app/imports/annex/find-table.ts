import { readTaxCode } from '#workflows/text/tax-code.ts'
import type { MendedGrid, MendedRow } from './mend-cells.ts'
import { fieldOf } from './field-names.ts'
import { isCompany, isFromAbove, isOrdinal, ownCells } from './row-shape.ts'
import { fields, type Columns, type Field, type SheetMapping } from './proposal.ts'

const searched = 40

/** Where the table starts and what its columns hold, from the texts of its header; undefined when there is none. */
export function findTable({ rows, layout }: MendedGrid): SheetMapping | undefined {
  if (layout === 'list') return { headerRow: 0, columns: { order: 0, text: 1 } }
  let best: { columns: Columns; headerRow: number; found: number } | undefined
  rows.slice(0, searched).forEach((row, index) => {
    const lines = headerLines(rows, index)
    const columns = nameColumns(columnLabels(lines))
    const found = Object.keys(columns).length
    if (columns.text === undefined || found < 2 || !looksLikeHeader(row, found)) return
    if (!best || found > best.found) best = { columns, found, headerRow: lines.at(-1)?.number ?? row.number }
  })
  return best && { headerRow: best.headerRow, columns: best.columns }
}

/** Header cells are short words; rows of content hold numbers and long texts and would match by accident only. */
function looksLikeHeader({ cells }: MendedRow, found: number): boolean {
  const filled = cells.filter(({ text, mergedFrom }) => text !== '' && !mergedFrom)
  return filled.every(({ text }) => text.length <= 120 && !isOrdinal(text)) && found * 3 >= filled.length
}

/** A header may have further lines: cells only below headings that span several columns, nothing below the others. */
function headerLines(rows: MendedRow[], index: number): MendedRow[] {
  const lines = [rows[index]!]
  if (ownCells(rows[index]!).length < 2) return lines
  for (const next of rows.slice(index + 1, index + 3)) {
    const last = lines.at(-1)!
    if (next.number !== last.number + 1 || !continuesHeader(last, next)) break
    lines.push(next)
  }
  return lines
}

function continuesHeader(upper: MendedRow, lower: MendedRow): boolean {
  const below = lower.cells.flatMap((cell, column) => (cell.text === '' ? [] : [{ cell, column }]))
  const own = below.filter(({ cell }) => !isFromAbove(cell, lower))
  return own.length > 0 && own.every(({ cell, column }) => cell.text.length <= 60 && isSpanned(upper, column))
}

function isSpanned({ cells }: MendedRow, column: number): boolean {
  const [here, next] = [cells[column], cells[column + 1]]
  if (!here || here.text === '' || here.mergedFrom) return true
  return column + 1 < cells.length && (next?.text === '' || next?.mergedFrom !== undefined)
}

/** For each column its header texts from the most to the least telling: own line, both lines together, upper line. */
function columnLabels(lines: MendedRow[]): string[][] {
  const width = Math.max(...lines.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, column) => {
    const parts = lines.map((line, index) => labelAt(line, column, index < lines.length - 1))
    const distinct = parts.filter((part, at) => part !== '' && part !== parts[at - 1])
    return [...new Set([distinct.at(-1) ?? '', distinct.join(' '), distinct[0] ?? ''])].filter((label) => label !== '')
  })
}

/** A blank in an upper line belongs to the heading left of it, as where merged cells were lost on the way. */
function labelAt({ cells }: MendedRow, column: number, upper: boolean): string {
  const own = cells[column]?.text ?? ''
  if (own !== '' || !upper) return own
  return cells.slice(0, column).findLast(({ text }) => text !== '')?.text ?? ''
}

function nameColumns(labels: string[][]): Columns {
  const claims = labels.flatMap((ways, column) => {
    const scored = ways.flatMap((label) => fieldOf(label) ?? [])
    const [best] = scored.toSorted((a, b) => b.score - a.score)
    return best ? [{ column, ...best }] : []
  })
  const columns: Columns = {}
  for (const { field, column } of claims.toSorted((a, b) => b.score - a.score || a.column - b.column)) {
    columns[field] ??= column
  }
  // «Khó khăn, vướng mắc» beside «Kiến nghị»: the comment has two columns.
  const second = claims.find(({ field, column }) => field === 'text' && column !== columns.text)
  if (second) columns.proposal ??= second.column
  if (columns.text === undefined && columns.proposal !== undefined) {
    columns.text = columns.proposal
    delete columns.proposal
  }
  return Object.fromEntries(fields.flatMap((field) => (columns[field] === undefined ? [] : [[field, columns[field]]])))
}

/** A guess without a header: the longest texts are the comments; tax codes and company names show themselves. */
export function guessColumns({ rows }: MendedGrid): SheetMapping | undefined {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const texts = Array.from({ length: width }, (_, column) =>
    rows.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== ''),
  )
  const share = (column: string[], is: (text: string) => boolean) => column.filter(is).length / (column.length || 1)
  const where = (is: (text: string) => boolean) => texts.findIndex((column) => share(column, is) >= 0.6)
  const average = texts.map((column) => column.reduce((sum, { length }) => sum + length, 0) / (column.length || 1))
  const text = average.indexOf(Math.max(...average))
  if (text < 0 || (average[text] ?? 0) < 15) return undefined
  const guessed: [Field, number][] = [
    ['order', where(isOrdinal)],
    ['taxCode', where((value) => !['empty', 'invalid'].includes(readTaxCode(value).kind))],
    ['enterprise', where(isCompany)],
    ['text', text],
  ]
  return { headerRow: 0, columns: Object.fromEntries(guessed.filter(([, column]) => column >= 0)) }
}
