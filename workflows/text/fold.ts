/** Accent-free lower case with đ as d: for searching and matching only, never for showing. hoà and hòa fold alike. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
}

/** Folded text as words with single spaces between: punctuation and line ends do not tell two texts apart. */
export function foldWords(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
