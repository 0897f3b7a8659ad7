import { ImportRefused } from '../import-refused.ts'
import { emptyCell, emptyGrid, storable, type Cell, type Grid, type Row } from '../read/grid.ts'
import { scanXml } from '../read/scan-xml.ts'
import { mainPart } from '../read/workbook-parts.ts'
import { openZip } from '../read/zip-entries.server.ts'
import { minutesLimits, type MinutesFile, type Paragraph } from './minutes.ts'

/** A table being read; one inside a cell of another counts as text of that cell. */
type OpenTable = { rows: Row[]; cells: Cell[]; words: string[]; span: number; continues: boolean }

type Reading = {
  paragraphs: Paragraph[]
  tables: Grid[]
  table?: OpenTable
  depth: number
  /** Paragraphs that stand inside one another: a text box hangs in the paragraph it is anchored to. */
  open: Paragraph[]
  taking: boolean
  /** Inside what is not read: text that was moved away, and a second rendering of the same picture. */
  skipping: number
  characters: number
}

/** The paragraphs of a .docx file in their order, cells of tables among them, as a reader sees them. Runs in the worker. */
export async function readDocx(bytes: Uint8Array): Promise<MinutesFile> {
  const zip = await openZip(bytes)
  const path = await mainPart(zip)
  if (!path || !zip.has(path)) throw new ImportRefused('refusedNotMinutes')
  const xml = await zip.read(path)
  const reading: Reading = { paragraphs: [], tables: [], depth: 0, open: [], taking: false, skipping: 0, characters: 0 }
  let document = false
  scanXml(xml, {
    open: (name, attribute) => {
      document ||= name === 'document'
      openElement(reading, name, attribute)
    },
    text: (text) => {
      if (reading.taking && reading.skipping === 0) add(reading, text)
    },
    close: (name) => closeElement(reading, name),
  })
  if (!document) throw new ImportRefused('refusedNotMinutes')
  if (reading.open.length > 0 || !/<\/(?:\w+:)?document>\s*$/.test(xml)) throw new ImportRefused('refusedDamagedText')
  return { paragraphs: reading.paragraphs, tables: reading.tables }
}

const skipped = new Set(['moveFrom', 'Fallback', 'rPh'])
const breaks: Record<string, string> = { br: '\n', cr: '\n', tab: ' ', noBreakHyphen: '-' }

function openElement(reading: Reading, name: string, attribute: (name: string) => string | undefined) {
  if (skipped.has(name)) reading.skipping++
  else if (name === 'p') reading.open.push({ text: '', list: 0, ...(reading.depth > 0 && { cell: true }) })
  else if (name === 't') reading.taking = true
  // a tab stop of the style is called as the character is, and stands before any text
  else if (breaks[name] !== undefined && reading.open.at(-1)?.text) add(reading, breaks[name])
  else if (name === 'numPr' && reading.open.length > 0) reading.open.at(-1)!.list ||= 1
  else if (name === 'ilvl' && reading.open.length > 0) reading.open.at(-1)!.list = 1 + Math.min(8, Number(attribute('val')) || 0)
  else if (name === 'numId' && attribute('val') === '0' && reading.open.length > 0) reading.open.at(-1)!.list = 0
  else if (name === 'tbl' && ++reading.depth === 1) reading.table = { rows: [], cells: [], words: [], span: 1, continues: false }
  else if (name === 'tc' && reading.depth === 1) Object.assign(reading.table!, { words: [], span: 1, continues: false })
  else if (name === 'gridSpan' && reading.depth === 1) reading.table!.span = Math.min(50, Number(attribute('val')) || 1)
  else if (name === 'vMerge' && reading.depth === 1) reading.table!.continues = (attribute('val') ?? 'continue') === 'continue'
}

function closeElement(reading: Reading, name: string) {
  if (skipped.has(name)) reading.skipping = Math.max(0, reading.skipping - 1)
  else if (name === 't') reading.taking = false
  else if (name === 'p') closeParagraph(reading)
  else if (name === 'tc' && reading.depth === 1) closeCell(reading.table!)
  else if (name === 'tr' && reading.depth === 1) {
    const { table } = reading
    table!.rows.push({ number: table!.rows.length + 1, hidden: false, cells: table!.cells })
    table!.cells = []
  } else if (name === 'tbl' && reading.depth > 0 && --reading.depth === 0) {
    reading.tables.push({ ...emptyGrid(String(reading.tables.length + 1)), rows: reading.table!.rows.filter(({ cells }) => cells.some(({ text }) => text)) })
    reading.table = undefined
  }
}

function closeParagraph(reading: Reading) {
  const paragraph = reading.open.pop()
  if (!paragraph || reading.skipping > 0 || paragraph.text.trim() === '') return
  if (paragraph.text.length > minutesLimits.inParagraph || reading.paragraphs.length >= minutesLimits.paragraphs) throw tooLong()
  reading.paragraphs.push(paragraph)
  reading.table?.words.push(paragraph.text)
}

/** A cell that a merged one covers repeats the words above it, as in a sheet. */
function closeCell(table: OpenTable) {
  const above = table.continues ? table.rows.at(-1)?.cells[table.cells.length] : undefined
  const text = table.words.join('\n').trim()
  const name = (column: number) => `${String.fromCharCode(65 + (column % 26))}${table.rows.length + 1}`
  const first = name(table.cells.length)
  const own: Cell = above?.text ? { ...above, mergedFrom: above.mergedFrom ?? `${first[0]}${table.rows.length}` } : text ? { text, kind: 'text' } : emptyCell
  table.cells.push(own)
  for (let more = 1; more < table.span; more++) table.cells.push(text ? { ...own, mergedFrom: first } : emptyCell)
}

function add(reading: Reading, text: string) {
  const paragraph = reading.open.at(-1)
  if (!paragraph) return
  reading.characters += text.length
  if (reading.characters > minutesLimits.characters) throw tooLong()
  paragraph.text += storable(text)
}

const tooLong = () => new ImportRefused('refusedTooLong', { characters: minutesLimits.characters })
