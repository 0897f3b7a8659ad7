import { diffWordsWithSpace } from 'diff'

export type DiffPart = { kind: 'same' | 'added' | 'removed'; words: string }

/** Beyond so many changes two texts have nothing to do with each other, and comparing them takes too long. */
const mostChanges = 800

/** What changed between two versions of a text, word by word; the parts that are not `added` make up the first. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostChanges })
  if (!found) return parts([['removed', before], ['added', after]])
  return parts(found.map(({ added, removed, value }) => [added ? 'added' : removed ? 'removed' : 'same', value]))
}

const parts = (of: [DiffPart['kind'], string][]): DiffPart[] => of.flatMap(([kind, words]) => (words === '' ? [] : [{ kind, words }]))
