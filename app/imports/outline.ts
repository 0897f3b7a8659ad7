import { cutTo } from '#workflows/text/cut-to.ts'
import type { Mapping } from './annex/proposal.ts'
import type { SheetOutline } from './corrections.ts'
import { columnName, type Grid } from './read/grid.ts'

const shown = (text: string) => (text.length > 60 ? `${cutTo(text, 59)}…` : text)

/** Letter, heading and first content of every filled column, for the selects with which a person corrects the guess. */
export function outlineOf(grids: Grid[], mapping: Mapping): SheetOutline[] {
  return grids.map((grid) => {
    const headerRow = Object.hasOwn(mapping, grid.sheet) ? (mapping[grid.sheet]?.headerRow ?? 0) : 0
    const header = grid.rows.find(({ number }) => number === headerRow)
    const body = grid.rows.filter(({ number }) => number > headerRow)
    const width = grid.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
    const columns = Array.from({ length: width }, (_, column) => {
      const own = body.find(({ cells }) => cells[column]?.text && !cells[column].mergedFrom)
      return { letter: columnName(column), header: shown(header?.cells[column]?.text ?? ''), sample: shown(own?.cells[column]?.text ?? '') }
    })
    return { sheet: grid.sheet, hidden: grid.hidden, rows: grid.rows.length, columns }
  })
}
