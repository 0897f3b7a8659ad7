type Cell = string | number | null

/** A text that a spreadsheet would compute starts with one of these; the apostrophe makes it a text again. */
const computed = /^[=+\-@\t\r]/

const cell = (value: Cell) => {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  return `"${(computed.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** The mark at the front without which Excel reads Vietnamese as Latin-1. */
export const csvMark = '\uFEFF'

/** Lines as RFC 4180 has them, each with its end. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

export const toCsv = (rows: readonly (readonly Cell[])[]): string => csvMark + csvLines(rows)
