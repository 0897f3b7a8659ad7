import { byOf, type Actor } from '#app/access/actor.ts'
import { notFound } from '#app/http/errors.ts'
import { isOutsider } from '#app/issues/coordination.ts'
import { toldToFiler } from '#app/issues/tell-story.ts'
import type { Db } from '#db/client.ts'
import { issueIdOf, issuePosition } from '#db/queries/issue-position.ts'
import { recordWithEvents, type RecordedEvent } from '#db/queries/issue-record.ts'
import { movesOpenTo } from '#workflows/resolution/advance.ts'

const filers = ['enterprise', 'association']

/** One issue with its events and the moves open to this person; an unknown or another party's one is `NotFound`. */
export async function issueFor(db: Db, actor: Actor, id: number) {
  const by = byOf(actor)
  const [found, position] = await Promise.all([recordWithEvents(db, id, by), issuePosition(db, id, by)])
  if (!found || !position) notFound('issue')
  const filer = filers.includes(actor.role)
  return {
    ...found.record,
    // what was suggested is between the offices
    ...(!filer && { suggestion: found.suggestion }),
    events: filer ? forFiler(found.events) : forStaff(found.events, isOutsider(actor, position.row) ? actor.unit : undefined),
    // to those outside the lead unit and the offices only what was issued
    answers: found.answers.filter(({ issuedAt }) => issuedAt !== null || !(filer || isOutsider(actor, position.row))),
    openMoves: movesOpenTo(position, { by, at: new Date().toISOString() }),
  }
}

/** As on the page: what concerns the filer, and of the offices neither who nor what was noted. */
const forFiler = (events: RecordedEvent[]) =>
  events.filter(toldToFiler).map(({ role, unitCode: _, ...event }) => (filers.includes(role) ? event : { ...event, by: null, note: null }))

/** A unit that takes part without leading reads its own notes, not those of the others. */
const forStaff = (events: RecordedEvent[], onlyFor: string | null | undefined) =>
  events.map(({ role: _, unitCode, ...event }) => (onlyFor === undefined || unitCode === onlyFor ? event : { ...event, note: null }))

export const idFrom = async (db: Db, actor: Actor, codeOrId: string | undefined) =>
  (await issueIdOf(db, codeOrId ?? '', byOf(actor))) ?? notFound('issue')
