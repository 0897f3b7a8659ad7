import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Word = { text: string; x: number; y: number; width: number; size: number; font: string }

const millimetres = (points: number) => (points * 25.4) / 72

/** A PDF by pdf.js: of each page its size and its words with their places in millimetres from the upper left corner. */
export async function readPdf(bytes: Uint8Array) {
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const fonts = new Set<string>()
  const pages = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    await page.getOperatorList()
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const words = items.flatMap((item): Word[] => {
      if (!('str' in item) || item.str.trim() === '') return []
      const font = (page.commonObjs.get(item.fontName) as { name: string }).name
      fonts.add(font)
      const [x, y] = [item.transform[4] as number, item.transform[5] as number]
      return [{ text: item.str, x: millimetres(x), y: millimetres(height - y), width: millimetres(item.width), size: Math.round(item.height), font }]
    })
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    pages.push({ width: Math.round(millimetres(width)), height: Math.round(millimetres(height)), words, text })
  }
  const { info } = await file.getMetadata()
  await file.destroy()
  return { pages, fonts: [...fonts], title: (info as { Title?: string }).Title, text: flat(pages.map(({ text }) => text).join(' ')) }
}

/** Lines of a page joined as a reader joins them. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
