/** A document as the register of citations knows it; days are yyyy-MM-dd, `validTo` the last one. */
export type CitedDocument = { number: string; title: string; validFrom: string | null; validTo: string | null; replacedBy: string | null }
type CitationWarning = CitedDocument & { because: 'ended' | 'notYet' }

/** «31/2024/QH15», «92/2017/NĐ-CP», «10/QĐ-TTg»; however its letters and its hyphen are typed. */
const number = /(?<![\d/])\d{1,5}\/(?:\d{4}\/)?[a-zđ][a-zđ0-9]*(?:[-‐‑–—][a-zđ0-9]+)*/giu

const written = (one: string) => one.normalize('NFC').toUpperCase().replace(/[‐‑–—]/g, '-')

/** The numbers of documents that a text names, each once, in capitals. */
export const documentsCited = (text: string): string[] => [...new Set((text.normalize('NFC').match(number) ?? []).map(written))]

/** Of the documents named in a text, those that do not hold on that day. Nothing is said of one that the register does not know. */
export function citationWarnings(text: string, register: readonly CitedDocument[], on: string): CitationWarning[] {
  const cited = documentsCited(text)
  return register.flatMap((one): CitationWarning[] => {
    if (!cited.includes(written(one.number))) return []
    if (one.validTo !== null && one.validTo < on) return [{ ...one, because: 'ended' }]
    return one.validFrom !== null && one.validFrom > on ? [{ ...one, because: 'notYet' }] : []
  })
}
