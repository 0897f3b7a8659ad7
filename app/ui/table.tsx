import type { ReactNode } from 'react'

export type Column<Row> = {
  label: string
  cell: (row: Row) => ReactNode
  numeric?: boolean
  /** What names the row: the heading of its card on a phone. */
  heading?: boolean
}

type Props<Row> = {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string | number
  showCaption?: boolean
  foot?: Record<string, ReactNode>
  /** Up to four short numbers a row, side by side on a phone. */
  compact?: boolean
}

/** One element a cell; below 640 px each row is a card whose lines say their column (see .table in tailwind.css). */
export function Table<Row>({ caption, columns, rows, rowKey, showCaption, foot, compact }: Props<Row>) {
  return (
    <table className={compact ? 'table compact' : 'table'}>
      <caption className={showCaption ? undefined : 'sr-only'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, numeric }) => (
            <th key={label} scope="col" className={numeric ? 'num' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>{columns.map((column) => cellOf(column, column.cell(row)))}</tr>
        ))}
      </tbody>
      {foot && (
        <tfoot>
          <tr>{columns.map((column) => cellOf(column, foot[column.label]))}</tr>
        </tfoot>
      )}
    </table>
  )
}

function cellOf<Row>({ label, numeric, heading }: Column<Row>, content: ReactNode) {
  if (heading) return <th key={label} scope="row">{content}</th>
  return (
    <td key={label} data-label={label} className={numeric ? 'num' : undefined}>
      {content}
    </td>
  )
}
