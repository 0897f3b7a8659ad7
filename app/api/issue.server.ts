import { byOf, type Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { issueIdOf, issuePosition } from '#db/queries/issue-position.ts'
import { recordWithEvents } from '#db/queries/issue-record.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'

const filers = ['enterprise', 'association']
/** That others ask the same is not told to those who compete with them. */
const between = ['joinCluster', 'leaveCluster']

/** One issue with its events and the moves open to this person; an unknown or another party's one is `NotFound`. */
export async function issueFor(db: Db, actor: Actor, id: number) {
  const by = byOf(actor)
  const [found, position] = await Promise.all([recordWithEvents(db, id, by), issuePosition(db, id, by)])
  if (!found || !position) notFound('issue')
  const outside = filers.includes(actor.role)
  return {
    ...found.record,
    // what was suggested is between the offices
    ...(!outside && { suggestion: found.suggestion }),
    events: found.events.filter(({ move }) => !outside || !between.includes(move)).map(({ role, ...event }) =>
      outside && !filers.includes(role) ? { ...event, by: null, note: null } : event,
    ),
    openMoves: movesOpenTo(position, { by, at: new Date().toISOString() }),
  }
}

export const idFrom = async (db: Db, actor: Actor, codeOrId: string | undefined) =>
  (await issueIdOf(db, codeOrId ?? '', byOf(actor))) ?? notFound('issue')
