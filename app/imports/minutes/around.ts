const shown = 240

/** The words right before and after a comment, out of the paragraphs around it; `undefined` where it is not found in them. */
export function wordsAround(text: string, paragraphs: string[]): { before: string; after: string } | undefined {
  const whole = paragraphs.join('\n')
  const lines = text.split('\n')
  const [first, last] = [lines[0]!, lines.at(-1)!]
  const from = whole.indexOf(first)
  const to = whole.lastIndexOf(last)
  if (from < 0 || to < from) return undefined
  return { before: ending(whole.slice(0, from).trim()), after: beginning(whole.slice(to + last.length).trim()) }
}

const ending = (words: string) => (words.length > shown ? `… ${words.slice(-shown).replace(/^\S*\s/, '')}` : words)
const beginning = (words: string) => (words.length > shown ? `${words.slice(0, shown).replace(/\s\S*$/, '')} …` : words)
