import { repairLegacy, type LegacyEncoding } from '#workflows/text/legacy-encodings.ts'
import { tidy } from '#workflows/text/nfc.ts'
import { sentencesOf } from '#workflows/text/sentences.ts'
import { excerpt } from '../annex/mend-cells.ts'
import type { Paragraph, Repair, Sentence } from './minutes.ts'

const keyOf = { composed: 'repairedComposed', controls: 'repairedControls', spaces: 'repairedSpaces' } as const
const shown = 20

/** Paragraphs in Unicode and without what nobody typed on purpose, those without words left out; what was done is told. */
export function mend(raw: Paragraph[]): { paragraphs: Paragraph[]; repairs: Repair[]; repaired: number } {
  const encoding = encodingOf(raw)
  const paragraphs: Paragraph[] = []
  const repairs: Repair[] = []
  let repaired = 0
  for (const one of raw) {
    const { text, changes } = tidy(one.text)
    const legacy = repairLegacy(text, encoding)
    if (text === '') continue
    paragraphs.push({ ...one, text: legacy?.text ?? text })
    const paragraph = paragraphs.length
    const told = changes.filter((change) => change !== 'spaces')
    if (told.length || legacy) repaired++
    for (const change of told) repairs.push({ paragraph, key: keyOf[change], before: excerpt(one.text), after: excerpt(text) })
    if (legacy) repairs.push({ paragraph, key: 'repairedEncoding', before: excerpt(text), after: excerpt(legacy.text), encoding: legacy.encoding })
  }
  return { paragraphs, repairs: repairs.slice(0, shown), repaired }
}

function encodingOf(paragraphs: Paragraph[]): LegacyEncoding | undefined {
  const found = new Map<LegacyEncoding, number>()
  for (const { text } of paragraphs) {
    const encoding = repairLegacy(text)?.encoding
    if (encoding) found.set(encoding, (found.get(encoding) ?? 0) + 1)
  }
  return [...found].filter(([, times]) => times >= 3).sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** Every sentence of every paragraph, in order. */
export const sentencesIn = (paragraphs: Paragraph[]): Sentence[] =>
  paragraphs.flatMap(({ text }, at) => sentencesOf(text).map(({ from, to }, number) => ({ paragraph: at + 1, number: number + 1, from, to })))

/**
 * Pasted text as paragraphs: an empty line, a mark of a list or a sentence that is over ends one; a line that goes on in
 * small letters was only wrapped by the program it came from.
 */
export function paragraphsOf(pasted: string): Paragraph[] {
  const paragraphs: string[][] = []
  let open = false
  for (const line of pasted.split(/\r\n?|\n/)) {
    const last = paragraphs.at(-1)
    if (line.trim() === '') open = false
    else if (open && last && /^\s*\p{Ll}/u.test(line) && !/^\s*\p{Ll}[.)]\s/u.test(line) && !/[.:;!?…]\s*$/.test(last.at(-1)!)) last.push(line)
    else {
      paragraphs.push([line])
      open = true
    }
  }
  return paragraphs.map((lines) => ({ text: lines.join('\n'), list: 0 }))
}
