import { clean } from '#workflows/text/nfc.ts'

/** Pages whose filter may be kept and sent; nothing else is stored as an address. */
const pages = /^\/(?:issues|commitments|upward|directives|reports(?:\/[a-z]+)?)$/
/** Where one was on the page, not what one asked of it. */
const passing = new Set(['cursor', 'done', 'saved', 'index', '_data'])
const longest = 1500

export type PageAddress = { path: string; params: URLSearchParams }

/**
 * Path and query of a page of ours, in one form whatever way one came to it; `undefined` where it is none whose filter
 * may be kept. The instant of a figure of «now» is dropped, a day that was chosen stays; `instant` says otherwise.
 */
export function readPageAddress(text: string, instant: (asOf: string) => string | undefined = chosenDay): PageAddress | undefined {
  const cleaned = clean(text.trim())
  if (!cleaned.ok || cleaned.text.length > longest) return undefined
  const [path = '', query = ''] = cleaned.text.split(/[?#]/, 2)
  if (!pages.test(path)) return undefined
  const asked = [...new URLSearchParams(query)].map(([name, value]): [string, string] => [name, name === 'asOf' ? (instant(value) ?? '') : value.trim()])
  const kept = asked.filter(([name, value]) => value !== '' && !passing.has(name))
  return { path, params: new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) }
}

export const addressOf = ({ path, params }: PageAddress): string => (params.size > 0 ? `${path}?${params}` : path)

/** Figures carry the instant at which they were counted; only the end of a day of Hanoi is one that somebody chose. */
function chosenDay(asOf: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return asOf
  return /^\d{4}-\d{2}-\d{2}T16:59:59\.999Z$/.test(asOf) ? asOf.slice(0, 10) : undefined
}
