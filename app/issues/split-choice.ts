import { covers, readPassage, trimmed, without, wordsAt, writePassage, type Passage } from '#workflows/text/passages.ts'
import { sentencesOf } from '#workflows/text/sentences.ts'

type Said = { text: string; passages: Passage[] | null }
export type SplitChoice = {
  /** The sentences that this issue answers for, each as forms write it, with its words. */
  sentences: { value: string; words: string }[]
  taken: string[]
  /** Both parts as the choice gives them; nothing where none was made. */
  parts: { text: string; rest: string } | null
}

/** What a split can take of a comment, and what both parts read like after a choice. Where it is not shown whole, nothing. */
export function splitChoice({ text, passages }: Said, chosen: readonly string[]): SplitChoice {
  if (passages === null) return { sentences: [], taken: [], parts: null }
  const own = passages.length > 0 ? passages : [{ from: 0, to: text.length }]
  const found = own.flatMap((one) => sentencesOf(text.slice(one.from, one.to)).map(({ from, to }) => ({ from: one.from + from, to: one.from + to })))
  const taken = chosen.map(readPassage).filter((one) => one !== undefined && covers(own, [one])) as Passage[]
  const left = trimmed(text, without(own, taken))
  return {
    sentences: found.map((one) => ({ value: writePassage(one), words: text.slice(one.from, one.to) })),
    taken: taken.map(writePassage),
    parts: taken.length > 0 ? { text: wordsAt(text, taken), rest: wordsAt(text, left.length > 0 ? left : own) } : null,
  }
}
