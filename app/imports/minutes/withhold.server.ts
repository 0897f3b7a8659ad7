import type { Db } from '#db/client.ts'
import { denouncedWords } from '#db/queries/import-preview.ts'
import { enterpriseKey } from '#workflows/text/enterprise-name.ts'
import { foldWords } from '#workflows/text/fold.ts'
import type { Speaker } from './minutes.ts'

/**
 * What of minutes may not be read any more because a part of one of the conference's comments is a denunciation now: its
 * words, and every sentence that names who said it. An answer or the line before it would tell as much as the comment.
 */
export async function withholding(db: Db, conferenceId: number, speakers: Speaker[]) {
  const denounced = await denouncedWords(db, conferenceId)
  const words = denounced.map(({ text }) => foldWords(text))
  const names = new Set(denounced.flatMap(({ enterprise }) => (enterprise ? [enterpriseKey(enterprise)] : [])).filter((key) => key !== ''))
  const theirs = (one: Speaker) => names.has(enterpriseKey(one.name))
  const people = speakers.filter(theirs).flatMap(({ person }) => (person ? [foldWords(person)] : []))
  const codes = speakers.filter(theirs).flatMap(({ taxCode }) => (taxCode ? [taxCode] : []))
  const telling = [...names, ...people, ...codes]
  return {
    any: denounced.length > 0,
    speaker: theirs,
    sentence: (text: string) => {
      if (denounced.length === 0) return false
      const said = foldWords(text)
      return words.some((one) => one.includes(said)) || telling.some((one) => ` ${said} `.includes(` ${one} `))
    },
  }
}
