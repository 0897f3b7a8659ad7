import { fold } from '#workflows/text/fold.ts'
import { dullPhrases, dullWords } from './dull-words.ts'

/** What two issues are compared by; codes and names as they stand on the register. */
export type Asking = {
  id: number
  text: string
  topic: string | null
  zone: string | null
  district: string | null
  leadUnit: string | null
}

export type Reason =
  | { key: 'sharedWords'; params: { words: string } }
  | { key: 'sameTopic' | 'sameLead'; params: { code: string } }
  | { key: 'sameZone' | 'sameDistrict'; params: { place: string } }

export type Similar = { id: number; score: number; reasons: Reason[] }

/** `apart`: a stop or a new line stands before it, so it does not belong to the word before. */
type Word = { folded: string; shown: string; apart: boolean }
type Phrases = { pairs: Set<string>; words: Word[] }

/** Below this much of common wording two issues merely speak of the same field. */
const leastShared = 0.16
const leastScore = 0.3
const shownPhrases = 4
const longestPhrase = 5

/**
 * Which candidates ask the same as an issue, best first, each with its reasons. Wording counts by pairs of neighbouring
 * syllables, since a Vietnamese word is mostly two; a pair that few of the candidates share weighs more. Topic, place and
 * lead unit speak for likeness but never make it alone.
 */
export function similarTo<C extends Asking>(issue: Asking, candidates: readonly C[]): Similar[] {
  const own = phrasesOf(issue.text)
  const read = candidates.map((candidate) => ({ candidate, phrases: phrasesOf(candidate.text) }))
  const weigh = weights([own, ...read.map(({ phrases }) => phrases)])
  return read
    .flatMap(({ candidate, phrases }) => {
      const shared = new Set([...own.pairs].filter((pair) => phrases.pairs.has(pair)))
      const wording = sum(shared, weigh) / Math.sqrt(sum(own.pairs, weigh) * sum(phrases.pairs, weigh) || 1)
      const same = inCommon(issue, candidate)
      const score = Math.min(1, wording + same.reduce((more, { weight }) => more + weight, 0))
      if (wording < leastShared || score < leastScore) return []
      const words: Reason = { key: 'sharedWords', params: { words: shownWords(own, shared, weigh) } }
      return [{ id: candidate.id, score, reasons: [words, ...same.map(({ reason }) => reason)] }]
    })
    .sort((a, b) => b.score - a.score || a.id - b.id)
}

function inCommon(issue: Asking, other: Asking): { weight: number; reason: Reason }[] {
  const both = (name: 'topic' | 'zone' | 'district' | 'leadUnit') => (issue[name] !== null && issue[name] === other[name] ? issue[name] : undefined)
  const [topic, zone, district, lead] = [both('topic'), both('zone'), both('district'), both('leadUnit')]
  return [
    topic !== undefined && { weight: 0.1, reason: { key: 'sameTopic' as const, params: { code: topic } } },
    zone !== undefined && { weight: 0.08, reason: { key: 'sameZone' as const, params: { place: zone } } },
    zone === undefined && district !== undefined && { weight: 0.05, reason: { key: 'sameDistrict' as const, params: { place: district } } },
    lead !== undefined && { weight: 0.04, reason: { key: 'sameLead' as const, params: { code: lead } } },
  ].filter((one) => one !== false)
}

function phrasesOf(text: string): Phrases {
  const words = [...text.matchAll(/([^\p{L}\p{N}]*)([\p{L}\p{N}]+)/gu)].map(([, gap = '', shown = '']) => ({ shown, folded: fold(shown), apart: /[.;:!?\n]/.test(gap) }))
  const pairs = new Set<string>()
  for (let at = 1; at < words.length; at++) {
    const pair = pairAt(words, at)
    if (pair !== undefined) pairs.add(pair)
  }
  return { pairs, words }
}

/** The pair that ends at a word; none where it says nothing: small words, bare numbers, the forms of address. */
function pairAt(words: readonly Word[], at: number): string | undefined {
  const [first, second] = [words[at - 1]!.folded, words[at]!.folded]
  if (words[at]!.apart) return undefined
  if (dullWords.has(first) || dullWords.has(second) || /^\d+$/.test(first) || /^\d+$/.test(second)) return undefined
  const pair = `${first} ${second}`
  return dullPhrases.has(pair) ? undefined : pair
}

function weights(all: readonly Phrases[]): (pair: string) => number {
  const counts = new Map<string, number>()
  for (const { pairs } of all) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return (pair) => Math.log(1 + (all.length + 1) / (counts.get(pair) ?? 1))
}

const sum = (pairs: Iterable<string>, weigh: (pair: string) => number) => {
  let total = 0
  for (const pair of pairs) total += weigh(pair)
  return total
}

/** Shared pairs that follow each other read as one phrase, as the issue itself spells it; the weightiest come first. */
function shownWords({ words }: Phrases, shared: Set<string>, weigh: (pair: string) => number): string {
  const phrases = new Map<string, { shown: string; weight: number }>()
  for (let at = 1; at < words.length; at++) {
    let [end, weight] = [at, 0]
    while (end < words.length && end - at < longestPhrase) {
      const pair = pairAt(words, end)
      if (pair === undefined || !shared.has(pair)) break
      weight += weigh(pair)
      end++
    }
    if (end === at) continue
    const phrase = words.slice(at - 1, end)
    phrases.set(phrase.map((word) => word.folded).join(' '), { shown: phrase.map((word) => word.shown).join(' '), weight })
    at = end
  }
  return [...phrases.values()].sort((a, b) => b.weight - a.weight).slice(0, shownPhrases).map(({ shown }) => shown.toLowerCase()).join(', ')
}
