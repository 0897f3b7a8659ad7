import { foldWords } from '#workflows/text/fold.ts'
import type { Paragraph, Segment, Sentence } from './minutes.ts'

type Run = { paragraph: number; first: number; last: number; from: number; to: number }

/** Sentences that follow one another in one paragraph, as one stretch of it. */
function runsOf(indexes: number[], sentences: Sentence[]): Run[] {
  const runs: Run[] = []
  for (const { paragraph, number, from, to } of indexes.map((index) => sentences[index]!)) {
    const last = runs.at(-1)
    if (last?.paragraph === paragraph && last.last + 1 === number) Object.assign(last, { last: number, to })
    else runs.push({ paragraph, first: number, last: number, from, to })
  }
  return runs
}

/** Exactly as the source has it, paragraphs on lines of their own. */
export function textOf(indexes: number[], sentences: Sentence[], paragraphs: Paragraph[]): string {
  const runs = runsOf(indexes, sentences)
  return runs.map(({ paragraph, from, to }, at) => {
    const gap = at === 0 ? '' : runs[at - 1]!.paragraph === paragraph ? ' ' : '\n'
    return gap + paragraphs[paragraph - 1]!.text.slice(from, to)
  }).join('')
}

/** «12:1-3», or «12:1-3,13:2» where a comment goes on in another paragraph. */
export const passageOf = (indexes: number[], sentences: Sentence[]) =>
  runsOf(indexes, sentences).map(({ paragraph, first, last }) => `${paragraph}:${first}${last > first ? `-${last}` : ''}`).join(',')

/** A passage as it is stored, for showing: paragraph, and its sentences as «1–3». */
export const readPassages = (passage: string) =>
  passage.split(',').flatMap((run) => {
    const [, paragraph, first, last] = /^(\d+):(\d+)(?:-(\d+))?$/.exec(run) ?? []
    return paragraph && first ? [{ paragraph: Number(paragraph), sentences: last ? `${first}–${last}` : first }] : []
  })

/** Keys of comments by their words alone: whom they are ascribed to may be corrected between one import and the next. */
export function minutesKeys(): (text: string) => string {
  const seen = new Map<string, number>()
  return (text) => {
    const base = `minutes|${foldWords(text) || text.trim()}`
    const occurrence = (seen.get(base) ?? 0) + 1
    seen.set(base, occurrence)
    return `${base}|${occurrence}`
  }
}

export const keyOf = ({ sentences }: Pick<Segment, 'sentences'>) => sentences[0]!
