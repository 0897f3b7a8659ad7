/** A text that a spreadsheet would compute starts with one of these; the apostrophe makes it a text again. */
const computed = /^[=+\-@\t\r]/

const cell = (value: string | number | null) => {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  return `"${(computed.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** RFC 4180, with the mark at the front without which Excel reads Vietnamese as Latin-1. */
export const toCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
