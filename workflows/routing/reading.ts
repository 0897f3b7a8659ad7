import { fold } from '#workflows/text/fold.ts'
import { ABBREVIATIONS } from './abbreviations.ts'

/**
 * `marked` keeps the marks (thuê ≠ thuế) with the tone moved to the end of the syllable, so that hòa and hoà agree;
 * `plain` is for text typed without marks.
 */
export type Spelling = 'marked' | 'plain'
export type Reading = { spelling: Spelling; tokens: string[] }

/** Stands between sentences: no phrase reaches over it. */
export const STOP = '.'

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
const words = /[\p{L}\p{M}]+|\d+(?:\/\d+)?|[.!?;\n]+(?=\s|$)/gu
/** «thuê 2 ha đất» is about «thuê đất»: how much does not matter here. */
const amounts = /(?<![\d.,])\d[\d.,]{0,20}\s?(?:%|(?:ha|m2|m²|tỷ|tỉ|triệu|ty|trieu)(?!\p{L}))(?:\s?(?:đồng|dong)(?!\p{L}))?/giu

function toneLast(word: string): string {
  const spelled = word.normalize('NFD')
  const tone = spelled.match(tones)
  return tone ? spelled.replace(tones, '').normalize('NFC') + tone[0] : word
}

/** Words as written, capitals kept, in one way of placing tones. */
export const toneLastWords = (text: string): string =>
  (text.normalize('NFC').match(/[\p{L}\p{M}\d]+/gu) ?? []).map(toneLast).join(' ')

function spell(word: string, spelling: Spelling): string[] {
  if (/^[.!?;\n]/.test(word)) return [STOP]
  const folded = fold(word)
  const one = (part: string) => (spelling === 'plain' ? fold(part) : toneLast(part))
  const long = ABBREVIATIONS.get(folded)
  if (long) return long.split(' ').map(one)
  return [spelling === 'plain' ? folded : toneLast(word.toLowerCase())]
}

/** Vietnamese has about 7,000 syllables; the rest is names and nonsense, which must not fill the memory. */
const MOST_WORDS = 20_000

/** A reader of texts in one spelling: abbreviations unfolded, sentences set apart. It remembers words it has met. */
export function reader(spelling: Spelling): (text: string) => string[] {
  const met = new Map<string, string[]>()
  return (text) =>
    (text.normalize('NFC').replace(amounts, ' ').match(words) ?? []).flatMap((word) => {
      const known = met.get(word)
      if (known) return known
      const spelled = spell(word, spelling)
      if (met.size >= MOST_WORDS) met.clear()
      met.set(word, spelled)
      return spelled
    })
}

export const tokensOf = (text: string, spelling: Spelling): string[] => reader(spelling)(text)

/** Enough words carry a mark in any real Vietnamese sentence; where nearly none does, the writer left them out. */
export function spellingOf(text: string): Spelling {
  const found = text.normalize('NFC').toLowerCase().match(/\p{L}+/gu) ?? []
  const withMarks = found.filter((word) => /[^a-z]/.test(word)).length
  return withMarks * 5 >= found.length ? 'marked' : 'plain'
}
