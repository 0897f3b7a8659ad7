import { cellName, columnName, type Grid } from '../read/grid.ts'
import { checkRows } from './check-rows.ts'
import { findTable, guessColumns } from './find-table.ts'
import { usualGroups, type GroupNames } from './groups.ts'
import { mendGrid, excerpt, type MendedGrid } from './mend-cells.ts'
import type { Mapping, Problem, Proposal, ProposedRow, SheetMapping } from './proposal.ts'
import { readTable, type FoundRow } from './read-table.ts'
import { rowKeys } from './row-key.ts'

/**
 * What would be imported from these sheets, with every problem named by sheet and cell. Without a mapping the columns
 * are guessed; the guess comes back in the proposal, and a person's corrected one is the second argument of a second
 * call. Groups are recognised by the names of the conference's scheme.
 */
export function proposeAnnex(grids: Grid[], mapping?: Mapping, scheme: GroupNames[] = usualGroups): Proposal {
  const mended = grids.map(mendGrid)
  const problems: Problem[] = []
  const used = mapping ? kept(mapping, mended) : guess(mended, problems)
  const found: FoundRow[] = []
  for (const grid of mended) {
    const table = Object.hasOwn(used, grid.sheet) ? used[grid.sheet] : undefined
    if (table) found.push(...readSheet(grid, table, scheme, problems))
  }
  const keyOf = rowKeys()
  const rows: ProposedRow[] = found.map((row) => ({ ...row, rowKey: keyOf(row.enterprise, row.text) }))
  checkRows(rows, used)
  if (rows.length === 0) problems.push({ sheet: '', cell: '', severity: 'error', key: 'noComments', params: {} })
  return { mapping: used, rows, problems }
}

// Object.fromEntries and hasOwn: a sheet may be called __proto__.
function kept(mapping: Mapping, grids: MendedGrid[]): Mapping {
  const names = grids.map(({ sheet }) => sheet).filter((sheet) => Object.hasOwn(mapping, sheet))
  return Object.fromEntries(names.map((sheet) => [sheet, mapping[sheet]!]))
}

function guess(grids: MendedGrid[], problems: Problem[]): Mapping {
  const filled = grids.filter(({ rows }) => rows.length > 0)
  const tables = filled.flatMap((grid): [string, SheetMapping][] => {
    const table = findTable(grid)
    return table ? [[grid.sheet, table]] : []
  })
  const [fallback] = tables.length > 0 ? [] : filled.filter(({ hidden }) => !hidden)
  const guessed = fallback && guessColumns(fallback)
  if (fallback) {
    problems.push({ sheet: fallback.sheet, cell: '', severity: 'warning', key: 'headerNotFound', params: {} })
    if (guessed) tables.push([fallback.sheet, guessed])
  }
  for (const { sheet } of filled) {
    if (sheet === fallback?.sheet || tables.some(([name]) => name === sheet)) continue
    problems.push({ sheet, cell: '', severity: 'info', key: 'sheetIgnored', params: {} })
  }
  return Object.fromEntries(tables)
}

function readSheet(grid: MendedGrid, table: SheetMapping, scheme: GroupNames[], problems: Problem[]): FoundRow[] {
  const { sheet } = grid
  const about = (severity: Problem['severity'], key: Problem['key'], params: Problem['params'] = {}, cell = '') =>
    problems.push({ sheet, cell, severity, key, params })
  for (const cell of grid.outside) about('warning', 'cellOutside', { cell }, cell)
  if (table.columns.text === undefined) {
    about('error', 'textColumnMissing')
    return []
  }
  const read = readTable(grid, table, scheme)
  if (grid.hidden) about('warning', 'sheetHidden', { rows: read.rows.length })
  if (table.columns.enterprise === undefined && grid.layout === 'table') about('warning', 'enterpriseColumnMissing')
  columnProblems(grid, table, about)
  const all = read.rows.length
  const included = read.rows.filter(({ include }) => include).length
  for (const { cell, stated, partial } of read.sums) {
    if (stated === included || stated === partial) continue
    about('warning', 'totalCount', { stated, found: included, hidden: all - included }, cell)
  }
  problems.push(...read.problems)
  return read.rows
}

type About = (severity: Problem['severity'], key: Problem['key'], params: Problem['params'], cell: string) => void

/** Hidden columns that are read, and filled ones with a heading that are not. */
function columnProblems({ rows, hiddenColumns }: MendedGrid, { headerRow, columns }: SheetMapping, about: About) {
  const used = new Set(Object.values(columns))
  const header = rows.find(({ number }) => number === headerRow)
  header?.cells.forEach(({ text, mergedFrom }, column) => {
    if (text === '') return
    const cell = cellName(column, headerRow)
    const params = { column: columnName(column), header: excerpt(text) }
    if (used.has(column) && hiddenColumns.includes(column)) about('info', 'columnHidden', params, cell)
    if (used.has(column) || mergedFrom) return
    const below = rows.flatMap(({ number, cells }) => (number > headerRow ? (cells[column] ?? []) : []))
    if (below.some((cell) => cell.text !== '' && !cell.mergedFrom)) about('info', 'columnIgnored', params, cell)
  })
}
