import { reader, STOP, type Spelling } from './reading.ts'

/** `value` is what the phrase stands for; several values may share one phrase. */
export type Entry<T> = { phrase: string; value: T }
export type Found<T> = { phrase: string; values: T[]; from: number; to: number }

type Node<T> = { next: Map<string, Node<T>>; phrase: string; values: T[] }

const node = <T>(): Node<T> => ({ next: new Map(), phrase: '', values: [] })

export type PhraseIndex<T> = Node<T>

export function indexPhrases<T>(entries: Iterable<Entry<T>>, spelling: Spelling): PhraseIndex<T> {
  const root = node<T>()
  const read = reader(spelling)
  for (const { phrase, value } of entries) {
    let at = root
    for (const token of read(phrase)) {
      const next = at.next.get(token) ?? node<T>()
      at.next.set(token, next)
      at = next
    }
    at.phrase ||= phrase
    at.values.push(value)
  }
  return root
}

/** Every phrase in the text that is not part of a longer one: «tiền thuê đất» hides «thuê đất». */
export function findPhrases<T>(tokens: string[], index: PhraseIndex<T>): Found<T>[] {
  const found: Found<T>[] = []
  let covered = 0
  for (let from = 0; from < tokens.length; from++) {
    const longest = longestFrom(tokens, from, index)
    if (longest && longest.to > covered) {
      found.push(longest)
      covered = longest.to
    }
  }
  return found
}

function longestFrom<T>(tokens: string[], from: number, index: PhraseIndex<T>): Found<T> | undefined {
  let at: Node<T> | undefined = index
  let best: Found<T> | undefined
  for (let to = from; to < tokens.length && tokens[to] !== STOP; to++) {
    at = at.next.get(tokens[to]!)
    if (!at) break
    if (at.values.length > 0) best = { phrase: at.phrase, values: at.values, from, to: to + 1 }
  }
  return best
}
