import { companyIn, contactLine, email, honorific, fullName, idNumber, labelledTaxCode, phone, taxCode } from './patterns.ts'

export const redactedKinds = ['enterprise', 'person', 'taxCode', 'idNumber', 'phone', 'email', 'contact'] as const
export type RedactedKind = (typeof redactedKinds)[number]

/** What is known of who raised it: taken out wherever it is written, whatever it looks like. */
export type Known = { enterprises: readonly string[]; people: readonly string[]; numbers: readonly string[] }
type Taken = { kind: RedactedKind; words: string }
export type Redacted = { text: string; taken: Taken[] }

/**
 * A text for the public with what could name somebody put behind marks («[doanh nghiệp]»), and what was taken out, in the
 * order in which it stood. A help for whoever drafts, never a licence to publish unread: names take every shape.
 */
export function redact(source: string, known: Known, marks: Record<RedactedKind, string>): Redacted {
  const text = source.normalize('NFC')
  const found = [...ofPatterns(text), ...ofKnown(text, known)]
  const kept = withoutOverlap(found)
  let written = ''
  let at = 0
  for (const { from, to, kind } of kept) {
    written += `${text.slice(at, from)}[${marks[kind]}]`
    at = to
  }
  return { text: written + text.slice(at), taken: kept.map(({ kind, from, to }) => ({ kind, words: text.slice(from, to) })) }
}

type Found = { kind: RedactedKind; from: number; to: number }

/** Of two that share a letter the longer stays; of equals the one named first. */
function withoutOverlap(found: Found[]): Found[] {
  const kept: Found[] = []
  for (const one of found.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    if (kept.every(({ from, to }) => one.to <= from || one.from >= to)) kept.push(one)
  }
  return kept.sort((a, b) => a.from - b.from)
}

const patterns: [RedactedKind, RegExp][] = [
  ['contact', contactLine], ['email', email], ['taxCode', labelledTaxCode], ['phone', phone], ['taxCode', taxCode], ['idNumber', idNumber],
  ['person', honorific], ['person', fullName],
]

function ofPatterns(text: string): Found[] {
  const plain = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: whole, groups }) => {
      const words = groups?.words ?? whole
      const from = index + whole.lastIndexOf(words)
      return { kind, from, to: from + words.length }
    }))
  return [...plain, ...companyIn(text).map(({ from, to }) => ({ kind: 'enterprise' as const, from, to }))]
}

function ofKnown(text: string, { enterprises, people, numbers }: Known): Found[] {
  return [
    ...enterprises.flatMap(namesOf).flatMap((name) => occurrences(text, name, 'enterprise')),
    ...people.flatMap((name) => occurrences(text, name, 'person')),
    ...numbers.flatMap((number) => occurrences(text, number, number.includes('@') ? 'email' : 'phone')),
  ]
}

const legalForm = /^(?:(?:tổng )?công ty|cty|tập đoàn|doanh nghiệp tư nhân|dntn|hợp tác xã|htx|chi nhánh)(?: (?:tnhh|trách nhiệm hữu hạn|cổ phần|cp|mtv|một thành viên|hai thành viên|hợp danh))*\s+/iu

/** The name in full, and what is left of it without its legal form, where that is no single short word. */
function namesOf(name: string): string[] {
  const short = name.normalize('NFC').replace(legalForm, '').trim()
  return short !== name && (short.length >= 8 || /\s/.test(short)) ? [name, short] : [name]
}

const special = /[.*+?^${}()|[\]\\]/g
/** As it is written, however it is spaced and capitalised, and with its tones as the text has them. */
function occurrences(text: string, words: string, kind: RedactedKind): Found[] {
  const trimmed = words.normalize('NFC').trim()
  if (trimmed.length < 3) return []
  const spaced = trimmed.split(/[\s.\-–]+/u).map((part) => part.replace(special, '\\$&')).join('[\\s.\\-–]*')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${spaced}(?![\\p{L}\\p{N}])`, 'giu')
  return [...text.matchAll(pattern)].map(({ index, 0: whole }) => ({ kind, from: index, to: index + whole.length }))
}
