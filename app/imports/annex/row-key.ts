import { foldWords } from '#workflows/text/fold.ts'

/** Gives each comment of a file its key, in order. Exact repeats by the same enterprise are numbered. */
export function rowKeys(): (enterprise: string, text: string) => string {
  const seen = new Map<string, number>()
  return (enterprise, text) => {
    const base = `${foldWords(enterprise)}|${foldWords(text) || text.trim()}`
    const occurrence = (seen.get(base) ?? 0) + 1
    seen.set(base, occurrence)
    return `${base}|${occurrence}`
  }
}
