import type { MinutesSettings } from './correct-minutes.ts'
import type { MinutesProposal, Paragraph } from './minutes.ts'
import { keyOf, minutesKeys, passageOf, textOf } from './passages.ts'

export type MinutesComment = {
  key: number; text: string; group: string | null; speaker: number | null; paragraph: number; passage: string; rowKey: string
}

/** The comments of minutes as corrected, each word for word as in the source. */
export function commentsOf({ segments }: MinutesSettings, { sentences }: Pick<MinutesProposal, 'sentences'>, paragraphs: Paragraph[]): MinutesComment[] {
  const keys = minutesKeys()
  return segments.filter(({ kind }) => kind === 'comment').map((one) => {
    const text = textOf(one.sentences, sentences, paragraphs)
    return {
      key: keyOf(one), text, group: one.group, speaker: one.speaker, paragraph: sentences[keyOf(one)]!.paragraph,
      passage: passageOf(one.sentences, sentences), rowKey: keys(text),
    }
  })
}

/** Speakers of whom there is a comment; who only ever answered is on no list. */
export const speakersHeard = ({ segments }: MinutesSettings): number[] =>
  [...new Set(segments.flatMap(({ kind, speaker }) => (kind === 'comment' && speaker !== null ? [speaker] : [])))].sort((a, b) => a - b)
