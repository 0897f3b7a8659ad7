import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { positionOf } from '#db/queries/issue-position.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'
import { similarFor } from './similar-for.server.ts'

const most = 20

/** One issue and all that may ask the same; `undefined` where this person has no business with its cluster. */
export async function similarPage(db: Db, codeOrId: string, actor: Actor, language: Language, now = new Date()) {
  const position = await positionOf(db, codeOrId, actor)
  if (!position) return undefined
  const { row } = position
  const openMoves = movesOpenTo(position, { by: actor, at: now.toISOString() })
  const similar = await similarFor(db, { row, openMoves, most }, actor, language)
  return similar ? { code: row.code, text: row.text, similar: { ...similar, issue: { code: row.code, version: row.version } } } : undefined
}
