import { fold } from '#workflows/text/fold.ts'

/** Folded letter by letter: as long as the text, so that a place in one is the same place in the other. */
export const flat = (text: string): string =>
  text.replace(/[\u0080-\u{10FFFF}]/gu, (letter) => {
    const folded = fold(letter)
    return folded.length === letter.length ? folded : letter.toLowerCase()
  }).replace(/[A-Z]/g, (letter) => letter.toLowerCase())
