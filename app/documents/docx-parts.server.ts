import {
  AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType,
  convertMillimetersToTwip, type IParagraphOptions, type ITableCellOptions,
} from 'docx'
import type { Align, Block, PaperRow, PaperTable, Run } from '#workflows/documents/official.ts'
import { firstLine, isLong, points } from './layout.ts'

type Face = { size: number; bold?: boolean; italics?: boolean }
type Lines = { alignment?: IParagraphOptions['alignment']; keepNext?: boolean; before?: number }

export const twips = (millimetres: number): number => Math.round(convertMillimetersToTwip(millimetres))

/** Runs of one face, broken where the text is. */
export const runs = (text: string, { size, bold, italics }: Face): TextRun[] =>
  text.split('\n').map((line, at) => new TextRun({ text: line, size: size * 2, bold, italics, ...(at > 0 && { break: 1 }) }))

/** A line of a head or a foot: centred unless said otherwise, without room around it. */
export const line = (text: string, face: Face, { alignment = AlignmentType.CENTER, keepNext, before = 0 }: Lines = {}): Paragraph =>
  new Paragraph({ alignment, keepNext, spacing: { before: before * 20, after: 0 }, children: runs(text, face) })

/** A rule as the upper border of an empty line: `length` in points within `width` millimetres. */
export function rule(length: number, width: number): Paragraph {
  const aside = Math.max(0, Math.round((twips(width) - length * 20) / 2))
  return new Paragraph({
    indent: { left: aside, right: aside },
    spacing: { before: 30, after: 0, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const unbordered = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
const tight = { top: 0, bottom: 0, left: 0, right: 0 }

/** Parts side by side without lines; each row stays on one page. */
export const sideBySide = (widths: number[], rows: Paragraph[][][]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: unbordered,
    rows: rows.map((cells) => new TableRow({
      cantSplit: true,
      children: cells.map((children, at) => new TableCell({ children, margins: tight, width: { size: twips(widths[at]!), type: WidthType.DXA } })),
    })),
  })

const faceOf = ({ bold, italic }: Run): Face => ({ size: points.body, bold, italics: italic })

/** A block of the text, in a text `width` millimetres wide; `keepNext` holds it on the page of what follows. */
export function block(of: Block, width: number, keepNext = false): Paragraph | Table {
  if (of.kind === 'table') return table(of.table, width)
  return new Paragraph({
    alignment: of.kind === 'plain' ? AlignmentType.LEFT : AlignmentType.BOTH,
    indent: of.kind === 'plain' ? undefined : { firstLine: twips(firstLine) },
    keepNext: keepNext || of.kind === 'heading',
    outlineLevel: of.kind === 'heading' ? 0 : undefined,
    spacing: { before: 120, after: 0, line: 264 },
    children: of.runs.flatMap((run) => runs(run.text, faceOf(run))),
  })
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

function table({ columns, rows }: PaperTable, width: number): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((twips(width) * share) / all))
  const cell = (text: string, align: Align, face: Omit<Face, 'size'>, more: Partial<ITableCellOptions> & { keepNext?: boolean } = {}) => {
    const { keepNext, ...rest } = more
    const lines = new Paragraph({ alignment: alignments[align], keepNext, spacing: { before: 40, after: 40 }, children: runs(text, { size: points.table, ...face }) })
    return new TableCell({ margins: { left: 70, right: 70 }, ...rest, children: [lines] })
  }
  const width1 = (at: number) => ({ size: widths[at]!, type: WidthType.DXA })
  const head = columns.map(({ label }, at) => cell(label, 'center', { bold: true }, { width: width1(at), verticalAlign: VerticalAlign.CENTER }))
  const made = (row: PaperRow) => 'band' in row
    ? new TableRow({ cantSplit: true, children: [cell(row.band, 'left', { bold: true }, { columnSpan: columns.length, keepNext: true })] })
    : new TableRow({
        cantSplit: !isLong(row.cells),
        children: row.cells.map((text, at) => cell(text, columns[at]!.align ?? 'left', { bold: row.bold }, { width: width1(at) })),
      })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...rows.map(made)],
  })
}
