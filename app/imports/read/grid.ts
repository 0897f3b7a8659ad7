import { loneSurrogates } from '#workflows/text/nfc.ts'

/** What a cell shows. A formula is never run: its text is the value saved with it, empty when there is none. */
export type Cell = {
  text: string
  kind: 'text' | 'number' | 'date' | 'formula' | 'error' | 'empty'
  /** The first cell of the merged range («B9») whose text is repeated here. */
  mergedFrom?: string
}

export type Row = {
  /** As in the file, from 1. Rows without content are left out. */
  number: number
  hidden: boolean
  cells: Cell[]
}

export type Grid = {
  /** Empty for CSV and pasted text, which have no sheets. */
  sheet: string
  hidden: boolean
  /** `list`: pasted comments without a header; column 0 holds their numbers, column 1 their texts. */
  layout: 'table' | 'list'
  rows: Row[]
  /** Zero-based. */
  hiddenColumns: number[]
  /** Filled cells beyond the limits («XFD1048576»), which were not read. */
  outside: string[]
}

/** An annex is far below all of these; a file above one of them is a mistake or an attack. */
export const limits = {
  bytes: 25_000_000,
  entries: 2_000,
  uncompressed: 100_000_000,
  ratio: 200,
  rows: 20_000,
  columns: 100,
  cells: 500_000,
  characters: 20_000_000,
  outside: 20,
  seconds: 20,
  megabytes: 256,
} as const

export const emptyCell: Cell = Object.freeze({ text: '', kind: 'empty' })

export function emptyGrid(sheet: string): Grid {
  return { sheet, hidden: false, layout: 'table', rows: [], hiddenColumns: [], outside: [] }
}

/** Grids are stored and sent as JSON in UTF-8, which has no place for NUL and lone surrogates. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').replace(loneSurrogates, '\uFFFD')
}

/** Zero-based column index to letters: 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const before = Math.floor(index / 26) - 1
  return (before >= 0 ? columnName(before) : '') + String.fromCharCode(65 + (index % 26))
}

export const cellName = (column: number, row: number) => `${columnName(column)}${row}`

/** «C12» to its zero-based column and its row; undefined when it is no cell name. */
export function cellPlace(name: string): { column: number; row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name)
  if (!match?.[1] || !match[2]) return undefined
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(match[2]) }
}
