import { foldWords } from '#workflows/text/fold.ts'
import { cellName } from '../read/grid.ts'
import { groupOf, type GroupNames } from './groups.ts'
import { excerpt, type MendedGrid, type MendedRow } from './mend-cells.ts'
import { cellOf, proposeRow, speakerOf, type RowContext, type Speaker } from './propose-row.ts'
import type { Problem, ProposedRow, SheetMapping } from './proposal.ts'
import * as shape from './row-shape.ts'

export type FoundRow = Omit<ProposedRow, 'rowKey'>
/** `partial`: the comments since the heading or sum above it, which it may mean just as well. */
type StatedSum = { cell: string; stated: number; partial: number }
export type Table = { rows: FoundRow[]; problems: Problem[]; sums: StatedSum[] }

type Group = { code: string | null; title: string; cell: string; stated?: number; from: number }

/** What reading the rows from top to bottom has to remember. */
type Walk = Table & {
  grid: MendedGrid
  mapping: SheetMapping
  scheme: GroupNames[]
  headings: Set<string>[]
  group?: Group
  above?: Speaker
  /** An enterprise without a comment, until a row below it turns out to hold one. */
  silent?: Problem
  /** How many comments stood above the last sum, while nothing but notes is expected below it. */
  summedAt?: number
}

/** The comments below the header of one sheet, with what its other rows say about them. */
export function readTable(grid: MendedGrid, mapping: SheetMapping, scheme: GroupNames[]): Table {
  const headings = headingTexts(grid, mapping.headerRow)
  const walk: Walk = { grid, mapping, scheme, headings, rows: [], problems: [], sums: [] }
  for (const row of grid.rows) if (row.number > mapping.headerRow) readRow(walk, row)
  closeGroup(walk)
  return { rows: walk.rows, problems: walk.problems, sums: walk.sums }
}

function readRow(walk: Walk, row: MendedRow) {
  const own = shape.ownCells(row)
  if (own.every(({ cell }) => shape.isFromAbove(cell, row))) return
  if (shape.isColumnNumbers(row)) return
  if (repeatsHeader(walk, row)) return note(walk, row, 'repeatedHeader')
  const title = shape.titleOf(row, walk.mapping.columns.order)
  if (readSum(walk, row)) return
  if (title && readTitle(walk, row, title)) return
  if (walk.summedAt === walk.rows.length && isUnnumbered(walk, row)) return note(walk, row, 'noteRow')
  readComment(walk, row)
}

function headingTexts({ rows }: MendedGrid, headerRow: number): Set<string>[] {
  const lines = rows.filter(({ number }) => number <= headerRow && number > headerRow - 3)
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length))
  const at = (column: number) => lines.map(({ cells }) => foldWords(cells[column]?.text ?? ''))
  return Array.from({ length: width }, (_, column) => new Set(at(column)))
}

/** A header printed again at the top of the next page. */
function repeatsHeader({ headings, mapping }: Walk, row: MendedRow): boolean {
  if (mapping.headerRow === 0) return false
  const own = shape.ownCells(row)
  const repeats = (text: string, column: number) => text.length <= 120 && headings[column]?.has(foldWords(text))
  return own.length > 1 && own.every(({ cell, column }) => repeats(cell.text, column))
}

function readSum(walk: Walk, row: MendedRow): boolean {
  const [first, ...others] = shape.ownCells(row)
  const text = first?.cell.text ?? ''
  if (!first || !shape.isSum(text)) return false
  const counted = shape.statedCount(text)
  // In the column of comments «Tổng số vốn …» begins a comment like any other.
  const inText = first.column === walk.mapping.columns.text && row.cells[first.column + 1]?.mergedFrom === undefined
  if (inText && counted === undefined && foldWords(text).length > 20) return false
  const beside = others.map(({ cell }) => cell.text.trim()).find((other) => /^\d{1,5}$/.test(other))
  const stated = counted ?? Number(beside ?? /\d{1,5}(?!.*\d)/.exec(text)?.[0] ?? NaN)
  const cell = cellName(first.column, row.number)
  if (/\b(nhom|muc|phan)\b/.test(foldWords(text))) {
    if (walk.group && Number.isFinite(stated)) compareGroup(walk, walk.group, stated, cell)
  } else {
    const partial = included(walk.rows.slice(Math.max(walk.group?.from ?? 0, walk.summedAt ?? 0)))
    walk.summedAt = walk.rows.length
    if (Number.isFinite(stated)) walk.sums.push({ cell, stated, partial })
  }
  return true
}

/** A row with one text: a group, or a note. False when it is a comment or an enterprise after all. */
function readTitle(walk: Walk, row: MendedRow, title: shape.Title): boolean {
  const { columns } = walk.mapping
  const code = groupOf(title.text, walk.scheme)
  const hasPlace = title.column === columns.text || title.column === columns.enterprise
  const isGroup = shape.isHeadingTitle(title) || (title.order === '' && title.stated !== undefined)
  const short = title.text.length <= 120
  const merged = row.cells[title.column + 1]?.mergedFrom !== undefined
  if (shape.isCompany(title.text) && hasPlace) return false
  if (short && (isGroup || (code !== null && title.order === '' && (merged || title.column !== columns.text)))) {
    openGroup(walk, row, title, code)
    return true
  }
  if (hasPlace && !merged) return false
  note(walk, row, 'noteRow')
  return true
}

function openGroup(walk: Walk, row: MendedRow, title: shape.Title, code: string | null) {
  closeGroup(walk)
  const cell = cellName(title.column, row.number)
  walk.group = { code, title: excerpt(title.text), cell, stated: title.stated, from: walk.rows.length }
  walk.above = undefined
  walk.summedAt = undefined
  if (code === null) {
    const params = { title: excerpt(title.text) }
    walk.problems.push({ sheet: walk.grid.sheet, cell, severity: 'warning', key: 'groupUnknown', params })
  }
}

function closeGroup(walk: Walk) {
  const { group, silent } = walk
  if (silent) walk.problems.push(silent)
  walk.silent = undefined
  if (group?.stated !== undefined) compareGroup(walk, group, group.stated, group.cell)
}

function compareGroup(walk: Walk, { title, from }: Group, stated: number, cell: string) {
  const rows = walk.rows.slice(from)
  const found = included(rows)
  if (found === stated) return
  const params = { title, stated, found, hidden: rows.length - found }
  walk.problems.push({ sheet: walk.grid.sheet, cell, severity: 'warning', key: 'groupCount', params })
}

const included = (rows: FoundRow[]) => rows.filter(({ include }) => include).length

/** After the sum come dates and signatures; comments go on being numbered or bear an enterprise. */
function isUnnumbered({ mapping: { columns } }: Walk, row: MendedRow): boolean {
  const filled = (field: 'order' | 'enterprise') => (cellOf(row, columns, field)?.text ?? '') !== ''
  return columns.order !== undefined ? !/^\d/.test(cellOf(row, columns, 'order')?.text ?? '') : !filled('enterprise')
}

function readComment(walk: Walk, row: MendedRow) {
  const { grid, mapping, scheme, above } = walk
  const { columns } = mapping
  const groupCell = cellOf(row, columns, 'group')?.text ?? ''
  const group = groupCell === '' ? (walk.group?.code ?? null) : groupOf(groupCell, scheme)
  const context: RowContext = { sheet: grid.sheet, columns, group, include: !grid.hidden, above }
  const hasText = ['text', 'proposal'].some((field) => cellOf(row, columns, field as 'text')?.text)
  const names = (cellOf(row, columns, 'enterprise')?.text ?? '') !== ''
  if (walk.silent && (names || !hasText)) walk.problems.push(walk.silent)
  walk.silent = undefined
  if (!hasText) {
    const cell = cellName(columns.text ?? 0, row.number)
    if (names) walk.above = speakerOf(row, context, [])
    walk.silent = { sheet: grid.sheet, cell, severity: 'warning', key: 'textMissing', params: {} }
    return
  }
  const proposed = proposeRow(row, context)
  if (groupCell !== '' && group === null) {
    const cell = cellName(columns.group ?? 0, row.number)
    const params = { title: excerpt(groupCell) }
    proposed.problems.push({ sheet: grid.sheet, cell, severity: 'warning', key: 'groupUnknown', params })
  }
  walk.rows.push(proposed)
  walk.above = proposed
}

function note(walk: Walk, row: MendedRow, key: 'noteRow' | 'repeatedHeader') {
  const first = shape.ownCells(row)[0]
  const cell = cellName(first?.column ?? 0, row.number)
  const params = { text: excerpt(first?.cell.text ?? '') }
  walk.problems.push({ sheet: walk.grid.sheet, cell, severity: 'info', key, params })
}
