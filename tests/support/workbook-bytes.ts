import { cellName } from '#app/imports/read/grid.ts'
import { zipBytes } from './zip-bytes.ts'

/** Text, number, or the inside of a <c> element as XML with its attributes. */
export type CellMade = string | number | null | { attributes?: string; inside: string }

export type SheetMade = {
  name?: string
  state?: 'hidden' | 'veryHidden'
  rows: CellMade[][]
  merged?: string[]
  hiddenRows?: number[]
  /** Zero-based. */
  hiddenColumns?: number[]
  /** More XML inside <sheetData>. */
  more?: string
}

/** An .xlsx file of these sheets; row 1 of a sheet is the first of its `rows`. */
export function workbookBytes(sheets: SheetMade[], parts: Record<string, string> = {}): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const relations = sheets.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`))
  const listed = sheets.map(({ name = `Sheet${sheets.length}`, state = 'visible' }, index) =>
    `<sheet name="${escape(name)}" sheetId="${index + 1}" state="${state}" r:id="s${index}"/>`)
  const files = Object.fromEntries(sheets.map((made, index) => [`xl/worksheets/sheet${index}.xml`, sheetXml(made)]))
  const known = [relation('t', 'sharedStrings', 'sharedStrings.xml'), relation('f', 'styles', 'styles.xml')]
  return zipBytes({
    '_rels/.rels': `<Relationships>${relation('w', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${[...relations, ...known].join('')}</Relationships>`,
    ...files,
    ...parts,
  })
}

function sheetXml({ rows, merged = [], hiddenRows = [], hiddenColumns = [], more = '' }: SheetMade): string {
  const cols = hiddenColumns.map((column) => `<col min="${column + 1}" max="${column + 1}" hidden="1"/>`).join('')
  const data = rows.map((cells, index) => {
    const number = index + 1
    const inside = cells.map((cell, column) => cellXml(cell, cellName(column, number))).join('')
    return `<row r="${number}"${hiddenRows.includes(number) ? ' hidden="1"' : ''}>${inside}</row>`
  })
  const ranges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return (
    `<worksheet><cols>${cols}</cols><sheetData>${data.join('')}${more}</sheetData>` +
    `<mergeCells>${ranges}</mergeCells></worksheet>`
  )
}

function cellXml(cell: CellMade, name: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c r="${name}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`
  return `<c r="${name}" ${cell.attributes ?? ''}>${cell.inside}</c>`
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
