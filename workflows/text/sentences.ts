import type { Passage } from './passages.ts'

/** Shortened words that end in a stop and end no sentence, as Vietnamese offices write them. */
const shortened = /(?:^|[\s("«“])(?:TP|Tp|tp|TX|Tx|TT|Tt|Q|P|H|X|TS|ThS|Ths|PGS|GS|KS|KTS|LS|BS|CN|Ô|B|ĐC|Đ\/c|đ\/c|Cty|CTy|Co|Ltd|No|Mr|Mrs|St|Nxb|NXB|Tr|tr|NĐ|QĐ|VD|vd|Vd|Tel|tel|ĐT|đt)\.$/
const numbered = /(?:^|\n)[\t ]*(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Za-zĐđ])\.$/
const initial = /(?:^|[\s.])\p{Lu}\.$/u
const marker = /^(?:[-+*•–—◦▪]\s|\(?(?:\d{1,3}|[a-zđ]|[ivx]{1,4})[).]\s)/u
const ends = /[.!?…][)\]"”»’]*$/u

/** Only the last word is looked at: a text without a single stop is not read anew at every gap. */
const longest = 200

/**
 * Where the sentences of a comment stand in it, in order: stops and marks end one, items of a list begin one, a line
 * that merely ran out does not. Only where a sentence ends is judged; every character but space is in exactly one.
 */
export function sentencesOf(text: string): Passage[] {
  const found: Passage[] = []
  let from = 0
  for (const gap of text.matchAll(/\s+/gu)) {
    const to = gap.index
    const next = to + gap[0].length
    if (to > from && next < text.length && partsHere(text.slice(Math.max(from, to - longest), to), gap[0], text.slice(next, next + 12))) {
      found.push({ from, to })
      from = next
    } else if (to === from) from = next
  }
  const to = text.trimEnd().length
  return to > from ? [...found, { from, to }] : found
}

function partsHere(before: string, gap: string, after: string): boolean {
  if (/\n\s*\n/.test(gap)) return true
  const item = marker.test(after)
  const line = gap.includes('\n')
  if (line && (item || /[.!?…:;]$/.test(before))) return true
  if (item && /[;:]$/.test(before)) return true
  if (!ends.test(before) || shortened.test(before) || numbered.test(before) || initial.test(before)) return false
  return line || /^[\p{Lu}\p{N}"“«‘([\-+•–]/u.test(after)
}
