import { page } from '#workflows/documents/official.ts'

/** Sizes in points, within what Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục IV allows each part; of tables it says nothing. */
export const points = {
  nation: 13, motto: 14, issuer: 13, number: 13, dated: 14, draft: 13, type: 14, abstract: 14, body: 14, signature: 14,
  recipientsTitle: 12, recipients: 11, page: 13, annex: 14, table: 12,
} as const

/** Millimetres. */
export const textWidth = page.width - page.left - page.right
export const textWidthAcross = page.height - page.left - page.right
export const issuerWidth = 67
export const nationWidth = textWidth - issuerWidth
/** An abstract stands a little narrower than the text below it. */
export const abstractWidth = 150
export const firstLine = 12.7
/** Where whoever signs writes. */
export const roomToSign = 24

const pointsOf = (millimetres: number) => (millimetres * 72) / 25.4

/** How wide a bold text stands, in points; by the mean widths of a Times-like face, to place rules and breaks only. */
export function widthOf(words: string, size: number): number {
  const width = (letter: string) => (letter === ' ' ? 0.25 : letter === letter.toLowerCase() ? 0.47 : 0.74)
  return [...words].reduce((sum, letter) => sum + width(letter), 0) * size
}

/** A rule below a name is a third to a half of its length (Phụ lục I, Phần II, Mục I.2 and I.5). */
export const ruleBelow = (words: string, size: number, millimetres: number): number =>
  Math.round(0.42 * Math.min(widthOf(words, size), pointsOf(millimetres)))

/** The rule below the motto is as long as the motto (Mục I.1). */
export const mottoRule = 171

/** A name in as few lines as fit, each about as long as the others: «ỦY BAN NHÂN DÂN / THÀNH PHỐ HÀ NỘI». */
export function balanced(words: string, size: number, millimetres: number): string[] {
  const room = pointsOf(millimetres)
  const lines = Math.ceil(widthOf(words, size) / room)
  if (lines <= 1) return [words]
  const wanted = widthOf(words, size) / lines
  const made: string[] = ['']
  for (const word of words.split(' ')) {
    const line = made.at(-1)!
    const longer = line ? `${line} ${word}` : word
    const over = widthOf(longer, size) - wanted
    const breaks = line !== '' && made.length < lines && over > 0 && over > wanted - widthOf(line, size)
    if (breaks) made.push(word)
    else made[made.length - 1] = longer
  }
  return made
}

/** A row as long as this may break over two pages; a shorter one goes to the next whole. */
export const longRow = 700
export const isLong = (cells: readonly string[]): boolean => cells.some((cell) => cell.length > longRow)
