import type { Value } from '#app/documents/fields.ts'
import { printableText } from '#workflows/documents/printable.ts'
import { cutTo } from '#workflows/text/cut-to.ts'
import { dayNumber } from '#workflows/deadlines/local-day.ts'
import { looks, contentTypes, relations, styles, workbook } from './workbook-parts.ts'
import { zipStream, type ZipEntry } from './zip-stream.ts'

/** A sheet as officials keep it: lines above the table, its head, which stays in sight, rows, a total. */
export type StreamedSheet = {
  name: string
  title: string
  leads: string[]
  columns: { label: string; share: number }[]
  /** In batches, as they are read. */
  rows: Iterable<Value[][]> | AsyncIterable<Value[][]>
  total?: Value[]
  /** Lines below the table. */
  notes?: string[]
}

/** What Excel holds in one cell, and on one sheet. */
const mostCharacters = 32_767
export const mostRows = 1_048_000

/** A workbook as the bytes of a file, written while its rows are read; texts are texts, also where they begin as a formula would. */
export const workbookStream = (sheets: StreamedSheet[]): AsyncGenerator<Buffer> => zipStream(entriesOf(sheets))

function* entriesOf(sheets: StreamedSheet[]): Generator<ZipEntry> {
  const one = (name: string, text: string): ZipEntry => ({ name, content: [text] })
  yield one('[Content_Types].xml', contentTypes(sheets.length))
  yield one('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
  yield one('xl/workbook.xml', workbook(sheets.map(({ name }) => escaped(name))))
  yield one('xl/_rels/workbook.xml.rels', relations([...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]), ['styles', 'styles.xml']]))
  yield one('xl/styles.xml', styles)
  for (const [at, sheet] of sheets.entries()) yield { name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) }
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

async function* sheetXml({ title, leads, columns, rows, total, notes = [] }: StreamedSheet): AsyncGenerator<string> {
  const above = 2 + leads.length
  const widths = columns.map(({ share }, at) => `<col min="${at + 1}" max="${at + 1}" width="${Math.max(6, Math.round(share * 0.7))}" customWidth="1"/>`)
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<worksheet xmlns="${spreadsheet}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${above}" topLeftCell="A${above + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData>`
  let row = 0
  const line = (cells: Value[], style?: number) => rowXml(cells, (row += 1), style)
  yield line([title], looks.title) + leads.map((lead) => line([lead], looks.lead)).join('') + line(columns.map(({ label }) => label), looks.head)
  for await (const batch of rows) yield batch.map((cells) => line(cells)).join('')
  if (total) yield line(total, looks.total)
  yield notes.map((note) => line([note], looks.lead)).join('') +
    '</sheetData><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
}

/** «A», «B» … «Z», «AA»: readers place a cell by its name. */
const letters = (column: number): string => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

const rowXml = (cells: Value[], row: number, style: number | undefined): string =>
  `<row r="${row}">${cells.map((value, column) => cellXml(value, `${letters(column)}${row}`, style)).join('')}</row>`

/** Excel counts days from 30 December 1899. */
const daysBefore1970 = 25_569

function cellXml(value: Value, name: string, style: number | undefined): string {
  const cell = (look: number, inside: string, type = '') => `<c r="${name}" s="${style ?? look}"${type}>${inside}</c>`
  if (value === null || value === '') return cell(looks.text, '')
  if (typeof value === 'number') return cell(looks.number, `<v>${value}</v>`)
  if (typeof value === 'object') return cell(looks.date, `<v>${dayNumber(value.day) + daysBefore1970}</v>`)
  return cell(looks.text, `<is><t xml:space="preserve">${escaped(cutTo(value, mostCharacters))}</t></is>`, ' t="inlineStr"')
}

const escaped = (text: string): string => printableText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
