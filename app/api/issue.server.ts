import { byOf, type Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import type { Db } from '#db/client.ts'
import { issueIdOf, issuePosition } from '#db/queries/issue-position.ts'
import { recordWithEvents, type IssueRecord } from '#db/queries/issue-record.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'

const filers = ['enterprise', 'association']

/** What an enterprise does not read: who in an office did it, what offices noted for each other, what was suggested. */
export const representIssue = (actor: Actor, { suggestion, ...issue }: IssueRecord) =>
  filers.includes(actor.role) ? issue : { ...issue, suggestion }

/** One issue with its events and the moves open to this person; an unknown or another party's one is `NotFound`. */
export async function issueFor(db: Db, actor: Actor, id: number) {
  const by = byOf(actor)
  const [found, position] = await Promise.all([recordWithEvents(db, id, by), issuePosition(db, id, by)])
  if (!found || !position) notFound('issue')
  const outside = filers.includes(actor.role)
  return {
    ...representIssue(actor, found.record),
    events: found.events.map(({ role, ...event }) =>
      outside && !filers.includes(role) ? { ...event, by: null, note: null } : event,
    ),
    openMoves: movesOpenTo(position, { by, at: new Date().toISOString() }),
  }
}

export const idFrom = async (db: Db, actor: Actor, codeOrId: string | undefined) =>
  (await issueIdOf(db, codeOrId ?? '', byOf(actor))) ?? notFound('issue')
