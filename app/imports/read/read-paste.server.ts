import { ImportRefused } from '../import-refused.ts'
import { emptyCell, emptyGrid, limits, storable, type Cell, type Grid, type Row } from './grid.ts'
import { readSeparated } from './read-csv.server.ts'

/**
 * Pasted text as one grid: a block copied from a spreadsheet (tabs between cells), or comments one below another —
 * numbered, separated by empty lines, or one a line. Row numbers count the pasted lines.
 */
export function readPaste(text: string): Grid[] {
  const body = storable(text.replace(/\r\n?/g, '\n'))
  if (body.trim() === '') return []
  return [body.includes('\t') ? readSeparated(body, '\t') : readList(body)]
}

const numbered = /^\s*(?:(\d{1,4}|[IVX]{1,5})\s*[.)]|[-–•+*])\s+(.*)$/

function readList(text: string): Grid {
  const lines = text.split('\n')
  const isNumbered = lines.filter((line) => /^\s*\d{1,4}\s*[.)]\s/.test(line)).length > 1
  const isParagraphs = !isNumbered && /\S\n\s*\n\s*\S/.test(text)
  const rows: Row[] = []
  let open = false
  lines.forEach((line, index) => {
    const item = numbered.exec(line)
    const last = rows.at(-1)
    if (line.trim() === '') open = false
    else if (last && ((open && isParagraphs) || (isNumbered && !item?.[1]))) append(last, line)
    else {
      rows.push(row(index + 1, item?.[1] ?? '', item?.[2] ?? line))
      open = true
    }
  })
  if (rows.length > limits.rows) throw new ImportRefused('refusedTooManyRows', { rows: limits.rows })
  return { ...emptyGrid(''), layout: 'list', rows }
}

const asText = (text: string): Cell => (text === '' ? emptyCell : { text, kind: 'text' })

function row(number: number, order: string, text: string): Row {
  return { number, hidden: false, cells: [asText(order), asText(text.trim())] }
}

function append({ cells }: Row, line: string) {
  cells[1] = asText(`${cells[1]?.text ?? ''}\n${line.trim()}`)
}
