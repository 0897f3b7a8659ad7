import type { Alignment, Content, Style, Table, TableCell, TableLayout } from 'pdfmake/interfaces.js'
import type { Block, PaperRow, PaperTable } from '#workflows/documents/official.ts'
import { firstLine, isLong, points } from './layout.ts'

export const pt = (millimetres: number): number => (millimetres * 72) / 25.4

type Lines = Style & { above?: number }

/** A line of a head or a foot: centred unless said otherwise, without room around it. */
export const line = (text: string, fontSize: number, { above = 0, ...style }: Lines = {}): Content => ({
  text: text || ' ', fontSize, alignment: 'center', margin: [0, above, 0, 0], preserveLeadingSpaces: true, ...style,
})

/** A rule `length` points long in the middle of its place. */
export const rule = (length: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.8 }], alignment: 'center', margin: [0, 3, 0, 2],
})

/** Parts side by side; widths in millimetres. */
export const sideBySide = (widths: number[], cells: Content[][]): Content => ({
  columns: cells.map((stack, at) => ({ width: pt(widths[at]!), stack })), columnGap: 0,
})

/** A block of the text, in a text `width` millimetres wide. */
export function block(of: Block, width: number): Content {
  if (of.kind === 'table') return table(of.table, width)
  const { kind, runs } = of
  return {
    text: runs.map(({ text, bold, italic }) => ({ text, bold: bold ?? false, italics: italic ?? false })),
    alignment: kind === 'plain' ? 'left' : 'justify',
    leadingIndent: kind === 'plain' ? 0 : pt(firstLine),
    ...(kind === 'heading' && { headlineLevel: 1 }),
    fontSize: points.body, lineHeight: 1.1, margin: [0, 6, 0, 0],
  }
}

const grid: TableLayout = {
  hLineWidth: () => 0.6, vLineWidth: () => 0.6, paddingLeft: () => 3, paddingRight: () => 3, paddingTop: () => 2, paddingBottom: () => 3,
}

/** Its head is repeated on each page; rows stay whole unless one of them is longer than is sensible to keep whole. */
function table({ columns, rows }: PaperTable, width: number): Content {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (pt(width) * share) / all - 6.7)
  const head = columns.map(({ label }): TableCell => ({ text: label, bold: true, alignment: 'center', verticalAlignment: 'middle' }))
  const made = (row: PaperRow): TableCell[] => 'band' in row
    ? [{ text: row.band, bold: true, colSpan: columns.length }, ...columns.slice(1).map(() => ({}))]
    : row.cells.map((text, at) => ({ text, alignment: (columns[at]!.align ?? 'left') as Alignment, ...(row.bold && { bold: true }) }))
  const whole = !rows.some((row) => 'cells' in row && isLong(row.cells))
  const table: Table = { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: whole, widths, body: [head, ...rows.map(made)] }
  return { table, layout: grid, fontSize: points.table, margin: [0, 6, 0, 6] }
}
