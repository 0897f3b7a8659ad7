/** A stretch of a text: from its first character up to, not including, `to`; counted in UTF-16 units, as strings are. */
export type Passage = { from: number; to: number }

/** As forms, events and addresses write a passage: «12-58». */
export const writePassage = ({ from, to }: Passage) => `${from}-${to}`

export function readPassage(written: string): Passage | undefined {
  const [, from, to] = /^(\d{1,6})-(\d{1,6})$/.exec(written) ?? []
  return from !== undefined && Number(from) < Number(to) ? { from: Number(from), to: Number(to) } : undefined
}

/** In order, and those that touch or overlap as one. */
export function joined(passages: readonly Passage[]): Passage[] {
  const whole: Passage[] = []
  for (const { from, to } of [...passages].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else whole.push({ from, to })
  }
  return whole
}

/** What is left of `own` without `taken`; both in any order. */
export function without(own: readonly Passage[], taken: readonly Passage[]): Passage[] {
  return joined(taken).reduce<Passage[]>(
    (left, cut) =>
      left.flatMap(({ from, to }) =>
        [{ from, to: Math.min(to, cut.from) }, { from: Math.max(from, cut.to), to }].filter((part) => part.from < part.to),
      ),
    joined(own),
  )
}

export const covers = (own: readonly Passage[], taken: readonly Passage[]) => without(taken, own).length === 0

/** Without the white space at their ends, and none that is nothing else. */
export const trimmed = (text: string, passages: readonly Passage[]): Passage[] =>
  passages.flatMap(({ from, to }) => {
    const words = text.slice(from, to)
    const start = from + words.length - words.trimStart().length
    const end = from + words.trimEnd().length
    return start < end ? [{ from: start, to: end }] : []
  })

export const wordsAt = (text: string, passages: readonly Passage[]) =>
  joined(passages).map(({ from, to }) => text.slice(from, to).trim()).filter(Boolean).join(' ')

/** A text cut at the ends of passages, each piece with whether it is in one. */
export function marked(text: string, passages: readonly Passage[]): { words: string; own: boolean }[] {
  const own = joined(passages)
  const edges = [0, ...own.flatMap(({ from, to }) => [from, to]), text.length]
  return edges
    .slice(1)
    .map((to, at) => ({ words: text.slice(edges[at], to), own: at % 2 === 1 }))
    .filter(({ words }) => words !== '')
}
