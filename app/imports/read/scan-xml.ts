import { ImportRefused } from '../import-refused.ts'
import { storable } from './grid.ts'

type XmlHandlers = {
  /** Called with the name without its prefix; a self-closing element calls `close` at once. */
  open: (name: string, attribute: (name: string) => string | undefined) => void
  close: (name: string) => void
  text?: (text: string) => void
}

/**
 * Walks XML once, front to back, keeping nothing: sheets are too large for a tree. Entities beyond the five of XML are
 * not defined, because a document type is refused: office files have none, attacks do.
 */
export function scanXml(xml: string, { open, close, text }: XmlHandlers): void {
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    if (text && tag !== at) text(unescapeXml(xml.slice(at, tag < 0 ? xml.length : tag)))
    if (tag < 0) return
    if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag)
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = after(xml, ']]>', tag)
      text?.(xml.slice(tag + 9, at - 3))
    } else if (xml.startsWith('<!', tag)) throw new ImportRefused('refusedDamaged')
    else if (xml[tag + 1] === '?') at = after(xml, '?>', tag)
    else {
      at = tagEnd(xml, tag)
      if (xml[tag + 1] === '/') close(localName(xml.slice(tag + 2, at - 1).trim()))
      else element(xml.slice(tag + 1, at - 1), open, close)
    }
  }
}

function element(inside: string, open: XmlHandlers['open'], close: XmlHandlers['close']) {
  const selfClosing = inside.endsWith('/')
  const end = inside.search(/[\s/]/)
  const name = localName(end < 0 ? inside : inside.slice(0, end))
  open(name, (wanted) => attributeOf(inside, wanted))
  if (selfClosing) close(name)
}

/** A tag with attributes ends behind a quote; a > elsewhere stands inside a value. */
function tagEnd(xml: string, from: number): number {
  let end = after(xml, '>', from)
  while (xml.slice(from, end).includes('=') && !/["'][\s/]*>$/.test(xml.slice(end - 8, end))) end = after(xml, '>', end)
  return end
}

const attributePatterns = new Map<string, RegExp>()

function attributeOf(inside: string, name: string): string | undefined {
  const pattern =
    attributePatterns.get(name) ?? new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  attributePatterns.set(name, pattern)
  const match = pattern.exec(inside)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? undefined : unescapeXml(value)
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  if (found < 0) throw new ImportRefused('refusedDamaged')
  return found + mark.length
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole
    const code = hex ? parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? storable(String.fromCodePoint(code)) : '\uFFFD'
  })
}
