import { scanXml } from '#app/imports/read/scan-xml.ts'
import { openZip } from '#app/imports/read/zip-entries.server.ts'

type Section = { width: number; height: number; across: boolean; margins: Record<string, number>; firstPageApart: boolean; startsAt: number }

/** Millimetres of a length in twentieths of a point. */
const millimetres = (twips: string | undefined) => Math.round((Number(twips) * 25.4) / 1440)

/** A Word file read from its own XML: its paragraphs in order, those of tables too, and the pages its sections lie on. */
export async function readDocx(bytes: Uint8Array) {
  const zip = await openZip(bytes)
  const xml = await zip.read('word/document.xml')
  const headers = await Promise.all(['word/header1.xml', 'word/header2.xml'].filter(zip.has).map(zip.read))
  const paragraphs: string[] = []
  const sections: Section[] = []
  let [text, taking, repeatedRows] = ['', false, 0]
  scanXml(xml, {
    open: (name, attribute) => {
      const section = sections.at(-1)
      if (name === 'p') text = ''
      else if (name === 't') taking = true
      else if (name === 'br') text += '\n'
      else if (name === 'tblHeader') repeatedRows += 1
      else if (name === 'sectPr') sections.push({ width: 0, height: 0, across: false, margins: {}, firstPageApart: false, startsAt: 0 })
      else if (name === 'pgSz' && section) Object.assign(section, { width: millimetres(attribute('w')), height: millimetres(attribute('h')), across: attribute('orient') === 'landscape' })
      else if (name === 'pgMar' && section) for (const side of ['top', 'bottom', 'left', 'right']) section.margins[side] = millimetres(attribute(side))
      else if (name === 'titlePg' && section) section.firstPageApart = true
      else if (name === 'pgNumType' && section) section.startsAt = Number(attribute('start'))
    },
    text: (more) => void (taking && (text += more)),
    close: (name) => {
      if (name === 't') taking = false
      else if (name === 'p') paragraphs.push(text)
    },
  })
  return { paragraphs, text: paragraphs.join('\n'), sections, repeatedRows, xml, headers, styles: await zip.read('word/styles.xml') }
}
