import { CsvError, parse } from 'csv-parse/sync'
import { ImportRefused } from '../import-refused.ts'
import { decodeText } from './decode-text.ts'
import { emptyCell, emptyGrid, limits, type Grid, type Row } from './grid.ts'

export const readCsv = (bytes: Uint8Array): Grid => readSeparated(decodeText(bytes))

/** Text with separated fields as a grid; the separator is the one that gives the most even columns. */
export function readSeparated(text: string, separator?: string): Grid {
  const [, hinted, body = ''] = /^(?:sep=(.)\r?\n)?([^]*)$/i.exec(text) ?? []
  const records = parseRecords(body, separator ?? hinted ?? guessSeparator(body))
  if (records.length > limits.rows) throw new ImportRefused('refusedTooManyRows', { rows: limits.rows })
  const rows = records.map((fields, index) => toRow(fields, index + (hinted ? 2 : 1)))
  return { ...emptyGrid(''), rows: rows.filter(({ cells }) => cells.length > 0) }
}

/** Excel puts its trailing separators everywhere, so only the last filled field counts. */
function toRow(fields: string[], number: number): Row {
  const width = fields.findLastIndex((field) => field.trim() !== '') + 1
  if (width > limits.columns) throw new ImportRefused('refusedTooManyColumns', { columns: limits.columns })
  const cells = fields.slice(0, width).map((text) => (text === '' ? emptyCell : { text, kind: 'text' as const }))
  return { number, hidden: false, cells }
}

function parseRecords(text: string, delimiter: string, to?: number): string[][] {
  try {
    return parse(text, { delimiter, to, relax_quotes: true, relax_column_count: true, bom: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ImportRefused('refusedQuoteNotClosed', { line: Number(error.lines ?? 0) }, { cause: error })
  }
}

function guessSeparator(text: string): string {
  const head = text.slice(0, 50_000)
  const scores = [',', ';', '\t', '|'].map((separator) => ({ separator, score: evenness(head, separator) }))
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).separator
}

/** Rows that share the most common number of fields, times that number; one field a row says nothing. */
function evenness(text: string, separator: string): number {
  const counts = new Map<number, number>()
  for (const { length } of sample(text, separator)) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  return Math.max(0, ...[...counts].map(([fields, rows]) => fields * rows))
}

function sample(text: string, separator: string): string[][] {
  try {
    return parseRecords(text, separator, 50)
  } catch {
    return text.split('\n', 50).map((line) => line.split(separator))
  }
}
