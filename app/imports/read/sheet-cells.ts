import { ImportRefused } from '../import-refused.ts'
import { cellName, cellPlace, emptyCell, emptyGrid, limits, type Cell, type Grid, type Row } from './grid.ts'
import { repeatMerged } from './merged-cells.ts'
import { showIsoDate, showNumber } from './number-format.ts'
import { scanXml } from './scan-xml.ts'
import { unescapeControls, type SheetPart, type WorkbookParts } from './workbook-parts.ts'

/** Counts across all sheets of a file, so that many small sheets cannot do what one large one may not. */
export type Budget = { cells: number; characters: number }

type Source = { type: string; style: number; value: string; formula: boolean }
type Attribute = (name: string) => string | undefined
type Reading = { grid: Grid; row: Row; column: number; cell?: Source; taking: boolean; aid: boolean; merged: string[] }

/** One worksheet as a grid. Cells are placed by their own name, never by a row or column of that size being made. */
export function readSheet(xml: string, part: SheetPart, parts: WorkbookParts, budget: Budget): Grid {
  const grid: Grid = { ...emptyGrid(part.name), hidden: part.hidden }
  const row: Row = { number: 0, hidden: false, cells: [] }
  const reading: Reading = { grid, row, column: -1, taking: false, aid: false, merged: [] }
  scanXml(xml, {
    open: (name, attribute) => openElement(reading, name, attribute),
    text: (text) => {
      if (reading.taking && reading.cell) reading.cell.value += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading.taking = false
      else if (name === 'rPh') reading.aid = false
      else if (name === 'row' && reading.row.cells.length > 0) grid.rows.push(reading.row)
      else if (name === 'c' && reading.cell) {
        place(reading, cellFrom(reading.cell, parts), budget)
        reading.cell = undefined
      }
    },
  })
  grid.rows.sort((a, b) => a.number - b.number)
  repeatMerged(grid.rows, reading.merged)
  return grid
}

function openElement(reading: Reading, name: string, attribute: Attribute) {
  if (name === 'c') {
    reading.column = cellPlace(attribute('r') ?? '')?.column ?? reading.column + 1
    reading.cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '', formula: false }
  } else if (name === 'v' || name === 't') reading.taking = !reading.aid
  else if (name === 'f' && reading.cell) reading.cell.formula = true
  else if (name === 'rPh') reading.aid = true
  else if (name === 'row') {
    const number = Number(attribute('r')) || reading.row.number + 1
    reading.row = { number, hidden: isTrue(attribute('hidden')), cells: [] }
    reading.column = -1
  } else if (name === 'col' && isTrue(attribute('hidden'))) hide(reading.grid, attribute('min'), attribute('max'))
  else if (name === 'mergeCell') reading.merged.push(attribute('ref') ?? '')
}

function cellFrom({ type, style, value, formula }: Source, parts: WorkbookParts): Cell {
  if (type === 's') return asText(parts.strings[Number(value)] ?? '')
  if (type === 'inlineStr') return asText(unescapeControls(value))
  if (type === 'e') return { text: value, kind: 'error' }
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', kind: formula ? 'formula' : 'text' }
  if (type === 'str') return { text: unescapeControls(value), kind: formula ? 'formula' : 'text' }
  if (type === 'd') return { text: showIsoDate(value), kind: 'date' }
  if (value === '') return formula ? { text: '', kind: 'formula' } : emptyCell
  const { text, isDate } = showNumber(value, parts.formats[style] ?? { kind: 'general' }, parts.from1904)
  return { text, kind: formula ? 'formula' : isDate ? 'date' : 'number' }
}

const asText = (text: string): Cell => (text === '' ? emptyCell : { text, kind: 'text' })

function place({ grid, row, column }: Reading, cell: Cell, budget: Budget) {
  if (cell.text.trim() === '' && cell.kind !== 'formula') return
  if (column >= limits.columns || row.number > limits.rows) {
    grid.outside.push(cellName(column, row.number))
    if (grid.outside.length <= limits.outside) return
    if (row.number > limits.rows) throw new ImportRefused('refusedTooManyRows', { rows: limits.rows })
    throw new ImportRefused('refusedTooManyColumns', { columns: limits.columns })
  }
  budget.cells += 1
  budget.characters += cell.text.length
  if (budget.cells > limits.cells || budget.characters > limits.characters) {
    throw new ImportRefused('refusedTooBig', { megabytes: limits.bytes / 1e6 })
  }
  while (row.cells.length < column) row.cells.push(emptyCell)
  row.cells[column] = cell
}

function hide(grid: Grid, min?: string, max?: string) {
  const last = Math.min(Number(max), limits.columns)
  for (let column = Math.max(Number(min), 1); column <= last; column++) grid.hiddenColumns.push(column - 1)
}

const isTrue = (value?: string) => value === '1' || value === 'true'
