import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { cutTo } from '#workflows/text/cut-to.ts'
import { printable } from '#workflows/documents/printable.ts'
import type { Sheet, Value } from './fields.ts'

/** What Excel holds in one cell. */
const mostCharacters = 32_767
const look = { wrap: true, alignVertical: 'top', borderStyle: 'thin' } as const

/**
 * A table as officials keep it: title, a line below it, the head, which stays in sight, and one row a row. Texts are texts,
 * also where they begin as a formula would; days are dates.
 */
export async function toXlsx(sheet: Sheet): Promise<Uint8Array> {
  const { name, title, lead, columns, rows, total } = printable(sheet)
  const across = (value: string, style: object): Row => [{ value, type: String, columnSpan: columns.length, ...style }, ...columns.slice(1).map(() => null)]
  const head: Row = columns.map(({ label }) => ({ value: label, type: String, fontWeight: 'bold', align: 'center', backgroundColor: '#E7ECF3', ...look, alignVertical: 'center' }))
  const data: Row[] = [
    across(title, { fontWeight: 'bold', fontSize: 14 }), across(lead, { fontStyle: 'italic' }), head,
    ...rows.map((row) => row.map((value) => cell(value))),
    ...(total ? [total.map((value) => cell(value, { fontWeight: 'bold' }))] : []),
  ]
  const file = writeXlsxFile(data, {
    sheet: name, orientation: 'landscape', stickyRowsCount: 3, dateFormat: 'dd/mm/yyyy', columns: columns.map(({ share }) => ({ width: Math.max(6, Math.round(share * 0.7)) })),
  }, { fontFamily: 'Times New Roman', fontSize: 12 })
  return new Uint8Array(await file.toBuffer())
}

function cell(value: Value, style: { fontWeight?: 'bold' } = {}): Row[number] {
  if (value === null || value === '') return { value: '', type: String, ...look, ...style }
  if (typeof value === 'number') return { value, type: Number, align: 'right', ...look, ...style }
  if (typeof value === 'string') return { value: cutTo(value, mostCharacters), type: String, ...look, ...style }
  return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', align: 'center', ...look, ...style }
}
