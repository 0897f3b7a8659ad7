import { diffWordsWithSpace } from 'diff'

export type DiffPart = { kind: 'same' | 'added' | 'removed'; words: string }

/** Beyond so many changes two texts have nothing to do with each other, and comparing them takes too long. */
const mostChanges = 800

/** What changed between two versions of a text, word by word; the parts that are not `added` make up the first. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostChanges })
  if (!found) return parts([['removed', before], ['added', after]])
  return together(parts(found.map(({ added, removed, value }) => [added ? 'added' : removed ? 'removed' : 'same', value])))
}

/** Words that went and words that came with nothing but blanks between them are read as one passage in the place of another. */
function together(told: DiffPart[]): DiffPart[] {
  const passages: DiffPart[] = []
  let [removed, added] = ['', '']
  const close = () => {
    passages.push(...parts([['removed', removed], ['added', added]]))
    removed = added = ''
  }
  told.forEach((part, at) => {
    const between = removed !== '' && added !== '' && /^ +$/.test(part.words) && told[at + 1] !== undefined
    if (part.kind === 'same' && !between) {
      close()
      passages.push(part)
      return
    }
    if (part.kind !== 'added') removed += part.words
    if (part.kind !== 'removed') added += part.words
  })
  close()
  return passages
}

const parts = (of: [DiffPart['kind'], string][]): DiffPart[] => of.flatMap(([kind, words]) => (words === '' ? [] : [{ kind, words }]))
