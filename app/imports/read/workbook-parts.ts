import { ImportRefused } from '../import-refused.ts'
import { storable } from './grid.ts'
import { numberFormat, type NumberFormat } from './number-format.ts'
import { scanXml } from './scan-xml.ts'
import type { Zip } from './zip-entries.server.ts'

export type SheetPart = { name: string; hidden: boolean; path: string }
export type WorkbookParts = { sheets: SheetPart[]; from1904: boolean; strings: string[]; formats: NumberFormat[] }

/** Everything sheets refer to: their names and files, shared texts, and the number format of each style. */
export async function readParts(zip: Zip): Promise<WorkbookParts> {
  const path = await workbookPath(zip)
  if (path.endsWith('.bin')) throw new ImportRefused('refusedBinaryExcel')
  if (!zip.has(path)) throw new ImportRefused('refusedNotTable')
  const related = await relations(zip, path)
  const byType = (type: string) => [...related.values()].find((target) => target.type === type)?.path
  const [stringsPath, stylesPath] = [byType('sharedStrings'), byType('styles')]
  return {
    ...readSheetList(await zip.read(path), related),
    strings: stringsPath && zip.has(stringsPath) ? readStrings(await zip.read(stringsPath)) : [],
    formats: stylesPath && zip.has(stylesPath) ? readFormats(await zip.read(stylesPath)) : [],
  }
}

type Related = Map<string, { type: string; path: string }>

const workbookPath = async (zip: Zip) => (await mainPart(zip)) ?? 'xl/workbook.xml'

/** The part of an office file that holds its content, as the container names it. */
export async function mainPart(zip: Zip): Promise<string | undefined> {
  const root = await relations(zip, '')
  return [...root.values()].find(({ type }) => type === 'officeDocument')?.path
}

/** The parts a part names, by relation id; targets are relative to the folder of the part. */
async function relations(zip: Zip, part: string): Promise<Related> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`
  const found: Related = new Map()
  if (!zip.has(path)) return found
  scanXml(await zip.read(path), {
    open: (name, attribute) => {
      const target = attribute('Target')
      if (name !== 'Relationship' || !target) return
      const type = attribute('Type')?.replace(/^.*\//, '') ?? ''
      found.set(attribute('Id') ?? '', { type, path: target.startsWith('/') ? target.slice(1) : folder + target })
    },
    close: () => {},
  })
  return found
}

function readSheetList(xml: string, related: Related): Pick<WorkbookParts, 'sheets' | 'from1904'> {
  const sheets: SheetPart[] = []
  let from1904 = false
  scanXml(xml, {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const part = related.get(attribute('id') ?? '')
      if (part?.type !== 'worksheet') return
      const hidden = (attribute('state') ?? 'visible') !== 'visible'
      sheets.push({ name: attribute('name') ?? '', hidden, path: part.path })
    },
    close: () => {},
  })
  return { sheets, from1904 }
}

/** Shared texts; the runs of a rich text are joined, reading aids for East Asian scripts (rPh) left out. */
function readStrings(xml: string): string[] {
  const strings: string[] = []
  let current = ''
  let taking = false
  let aid = false
  scanXml(xml, {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 'rPh') aid = true
      else if (name === 't') taking = !aid
    },
    text: (text) => {
      if (taking) current += text
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeControls(current))
      else if (name === 'rPh') aid = false
      else if (name === 't') taking = false
    },
  })
  return strings
}

/** Characters XML cannot hold are written as _x000D_, and an underscore that would read so as _x005F_. */
export function unescapeControls(text: string): string {
  return text.includes('_x')
    ? storable(text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))))
    : text
}

function readFormats(xml: string): NumberFormat[] {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCellFormats = false
  scanXml(xml, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attribute('numFmtId') ?? 0)
        formats.push(numberFormat(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return formats
}
