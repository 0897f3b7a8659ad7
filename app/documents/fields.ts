import { formatDate, formatNumber } from '#app/ui/format.ts'
import { table, type Align, type Block, type PaperRow } from '#workflows/documents/official.ts'

/** A day is yyyy-MM-dd: a date in a spreadsheet, dd/MM/yyyy on paper. */
export type Value = string | number | { day: string } | null
/** One column of a table that goes onto paper and into a spreadsheet alike; `share` of its width, about millimetres. */
export type Field<Row> = { label: string; share: number; align?: Align; of: (row: Row, index: number) => Value }

export type Sheet = { name: string; title: string; lead: string; columns: { label: string; share: number }[]; rows: Value[][]; total?: Value[] }

export const asText = (value: Value): string =>
  value === null ? '' : typeof value === 'number' ? formatNumber(value, 'vi') : typeof value === 'string' ? value : formatDate(value.day)

/** With a `band` above the rows of each group that `bandOf` names; rows come in the order of their groups. */
export function paperTable<Row>(fields: Field<Row>[], rows: Row[], { total, bandOf }: { total?: Value[]; bandOf?: (row: Row) => string } = {}): Block {
  const made: PaperRow[] = []
  rows.forEach((row, at) => {
    const band = bandOf?.(row)
    if (band !== undefined && (at === 0 || band !== bandOf?.(rows[at - 1]!))) made.push({ band })
    made.push({ cells: fields.map(({ of }) => asText(of(row, at))) })
  })
  if (total) made.push({ cells: total.map(asText), bold: true })
  return table(fields.map(({ label, share, align }) => ({ label, share, align })), made)
}

export const sheetOf = <Row>(names: Pick<Sheet, 'name' | 'title' | 'lead'>, fields: Field<Row>[], rows: Row[], total?: Value[]): Sheet => ({
  ...names, columns: fields.map(({ label, share }) => ({ label, share })), rows: rows.map((row, at) => fields.map(({ of }) => of(row, at))), total,
})
