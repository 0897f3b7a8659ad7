import { cellName, cellPlace, emptyCell, limits, type Cell, type Row } from './grid.ts'

/**
 * Repeats the text of each merged range in the cells it covers, in rows that have content of their own. A range over
 * the whole sheet costs no more than the filled part of it.
 */
export function repeatMerged(rows: Row[], ranges: string[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const width = Math.min(limits.columns, Math.max(0, ...rows.map((row) => row.cells.length)))
  for (const range of ranges) {
    const [first, last] = range.split(':').map(cellPlace)
    if (!first || !last) continue
    const anchor = byNumber.get(first.row)?.cells[first.column]
    if (!anchor || anchor.kind === 'empty') continue
    const covered: Cell = { ...anchor, mergedFrom: cellName(first.column, first.row) }
    const lastColumn = Math.min(last.column, width - 1)
    for (const row of rowsBetween(rows, byNumber, first.row, last.row)) {
      for (let column = first.column; column <= lastColumn; column++) {
        if (row.number === first.row && column === first.column) continue
        while (row.cells.length < column) row.cells.push(emptyCell)
        row.cells[column] = covered
      }
    }
  }
}

function rowsBetween(rows: Row[], byNumber: Map<number, Row>, first: number, last: number): Row[] {
  if (last - first > rows.length) return rows.filter(({ number }) => number >= first && number <= last)
  const found: Row[] = []
  for (let number = first; number <= last; number++) {
    const row = byNumber.get(number)
    if (row) found.push(row)
  }
  return found
}
