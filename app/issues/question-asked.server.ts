import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { askedQuestion } from '#db/queries/asked-question.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { positionOf } from '#db/queries/issue-position.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import { namer } from './names.ts'

/** What an enterprise was asked about its issue, by which unit and until when; `undefined` where nothing ever was. */
export async function questionAsked(db: Db, code: string, actor: Actor, language: Language, now = new Date()) {
  const position = await positionOf(db, code, actor)
  if (!position) return undefined
  const { row, state, facts } = position
  const [asked, directory] = await Promise.all([askedQuestion(db, row.id), directoryOf(db)])
  if (!asked) return undefined
  return {
    code: row.code,
    version: row.version,
    text: row.text,
    unit: row.leadUnit && namer(directory, language).unit(row.leadUnit),
    question: asked.question ?? '',
    askedAt: asked.startedAt.toISOString(),
    until: asked.until.toISOString(),
    open: movesOpenTo({ state, facts }, { by: actor, at: now.toISOString() }).includes('supply'),
  }
}
