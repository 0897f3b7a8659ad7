import { repairLegacy, type LegacyEncoding } from '#workflows/text/legacy-encodings.ts'
import { tidy, type TidyChange } from '#workflows/text/nfc.ts'
import type { Cell, Grid, Row } from '../read/grid.ts'
import type { Problem } from './proposal.ts'

type CellNote = Pick<Problem, 'key' | 'severity' | 'params'>
export type MendedCell = Cell & { notes: CellNote[] }
export type MendedRow = Omit<Row, 'cells'> & { cells: MendedCell[] }
export type MendedGrid = Omit<Grid, 'rows'> & { rows: MendedRow[] }

/** A sheet with its texts repaired; each cell says what was done to it, before and after. */
export function mendGrid(grid: Grid): MendedGrid {
  const encoding = encodingOf(grid)
  const rows = grid.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => mendCell(cell, encoding)) }))
  return { ...grid, rows }
}

/** The legacy encoding that several cells of the sheet are in: it settles those too short to tell by themselves. */
function encodingOf(grid: Grid): LegacyEncoding | undefined {
  const found = new Map<LegacyEncoding, number>()
  for (const { text } of grid.rows.flatMap(({ cells }) => cells)) {
    const encoding = repairLegacy(text)?.encoding
    if (encoding) found.set(encoding, (found.get(encoding) ?? 0) + 1)
  }
  return [...found].filter(([, cells]) => cells >= 3).sort((a, b) => b[1] - a[1])[0]?.[0]
}

const keyOf = {
  composed: 'repairedComposed',
  controls: 'repairedControls',
  spaces: 'repairedSpaces',
} as const satisfies Record<TidyChange, Problem['key']>

function mendCell(cell: Cell, expected?: LegacyEncoding): MendedCell {
  if (cell.kind === 'empty') return { ...cell, notes: [] }
  if (cell.kind === 'error') {
    return { ...cell, text: '', notes: [{ key: 'cellError', severity: 'warning', params: { shown: cell.text } }] }
  }
  if (cell.text === '') return { ...cell, notes: [{ key: 'formulaNoValue', severity: 'warning', params: {} }] }
  const notes: CellNote[] = []
  const repaired = (key: Problem['key'], before: string, after: string, more = {}) =>
    notes.push({ key, severity: 'info', params: { before: excerpt(before), after: excerpt(after), ...more } })
  const { text, changes } = tidy(cell.text)
  for (const change of changes) repaired(keyOf[change], cell.text, text)
  const legacy = repairLegacy(text, expected)
  if (legacy) repaired('repairedEncoding', text, legacy.text, { encoding: legacy.encoding })
  return { ...cell, text: legacy?.text ?? text, notes }
}

/** Enough of a text to recognise it, with the blanks nobody sees made visible. */
export function excerpt(text: string, length = 60): string {
  const shown = text
    .normalize('NFC')
    .replace(/^[\s\u00A0]+|[\s\u00A0]+$/g, (blanks) => '␣'.repeat(Math.min(blanks.length, 3)))
    .replace(/\u00A0/g, '␣')
    .replace(/\s*\n\s*/g, ' ↵ ')
  // By characters, not by their halves: an emoji cut in two cannot be stored.
  const characters = [...shown]
  const part = (from: number, to?: number) => characters.slice(from, to).join('').trim()
  return characters.length <= length ? shown : `${part(0, length * 0.7)} … ${part(-length * 0.3)}`
}
