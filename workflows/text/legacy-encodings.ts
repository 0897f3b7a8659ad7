import { isSyllable } from './syllable.ts'
import { decoders, type LegacyEncoding } from './legacy-tables.ts'

export type { LegacyEncoding }
type LegacyRepair = { text: string; encoding: LegacyEncoding; confidence: number }

/** Letters only Unicode Vietnamese has: one of them proves that the text was never in a one-byte encoding. */
const unicodeVietnamese = /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]|\p{Mn}/u
const latinSupplement = /[\u00A1-\u00FF]/
const surely = 0.8

/**
 * Text that still carries the bytes of TCVN3 (ABC) or VNI fonts, as Unicode. Undefined for everything else: correct
 * Vietnamese, English and French stay untouched, and so does what is too short to tell. `expect` is the encoding found
 * elsewhere in the same sheet: it settles words that would be Vietnamese either way.
 */
export function repairLegacy(text: string, expect?: LegacyEncoding): LegacyRepair | undefined {
  if (!latinSupplement.test(text) || unicodeVietnamese.test(text.normalize('NFC'))) return undefined
  const candidates = (['TCVN3', 'VNI'] as const).map((encoding) => {
    const decoded = decoders[encoding](text)
    const confidence = believe(text, decoded, encoding) || (encoding === expect ? believeOnHint(decoded) : 0)
    return { text: decoded, encoding, confidence }
  })
  const best = candidates.reduce((a, b) => (b.confidence > a.confidence ? b : a))
  return best.confidence >= surely ? best : undefined
}

type Tally = { gained: number; marked: number; lost: number; plain: number; odd: number }

/** How sure we are, 0–1: words that only decoding makes Vietnamese, against words that decoding does not explain. */
function believe(raw: string, decoded: string, encoding: LegacyEncoding): number {
  const before = words(raw)
  const after = words(decoded)
  if (before.length !== after.length) return 0
  const tally: Tally = { gained: 0, marked: 0, lost: 0, plain: 0, odd: 0 }
  before.forEach((word, place) => count(tally, word, after[place] ?? ''))
  const explained = tally.gained / (tally.gained + tally.lost || 1)
  const around = (tally.plain + tally.gained) / (tally.plain + tally.gained + tally.odd || 1)
  if (explained < surely || around < 0.7) return 0
  // One changed word is no proof by itself («Caïn», «5 µm»), unless signs no language writes inside a word are in it.
  const proof = tally.marked > 0 || tally.gained >= 3 || (encoding === 'VNI' && tally.gained >= 1 && tally.plain >= 1)
  return proof ? explained * (tally.gained > 1 ? 1 : 0.9) : 0
}

function count(tally: Tally, raw: string, decoded: string) {
  if (!latinSupplement.test(raw)) {
    if (isAbbreviation(raw)) return
    if (isSyllable(raw)) tally.plain++
    else tally.odd++
    return
  }
  if (!isSyllable(decoded)) tally.lost++
  else if (!isSyllable(raw)) {
    tally.gained++
    if (/[\u00A1-\u00BF]/.test(raw) && /[a-z]/i.test(raw) && !/^\u00B5[a-z]$/i.test(raw)) tally.marked++
  }
}

function believeOnHint(decoded: string): number {
  return words(decoded).every((word) => isSyllable(word) || isAbbreviation(word)) ? surely : 0
}

const words = (text: string) => text.match(/[A-Za-z\u00A1-\u00FF\u0102-\u01B0\u1EA0-\u1EF9]+/g) ?? []
const isAbbreviation = (word: string) => /^[A-Z]{1,6}$/.test(word)
