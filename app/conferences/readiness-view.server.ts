import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { invitationCounts, readinessByUnit, type UnitReadiness } from '#db/queries/conference-readiness.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { readinessOf, type ReadinessTask } from '#workflows/reports/readiness.ts'
import { conferenceAsked } from './conference-asked.server.ts'

/** Where each task is done; a number of issues leads to exactly these. */
function placeOf(task: ReadinessTask, id: number): string {
  const issues = `/issues?conference=${id}`
  const places: Record<ReadinessTask, string> = {
    plan: `/conferences/${id}/plan`, invited: `/conferences/${id}/participants`, answeredInvitations: `/conferences/${id}/participants?state=invited`,
    collection: `/conferences/${id}/plan#public-form`, screened: `${issues}&group=none&box=open`, routed: `${issues}&state=received`,
    accepted: `${issues}&state=routed`, answers: `${issues}&box=open`, report: `/conferences/${id}/report`,
  }
  return places[task]
}

/** How far a conference is on its way to its day: the tasks in order, and the answers by the unit that owes them. */
export async function readinessView(db: Db, by: Actor, id: string | undefined, language: Language, now = new Date()) {
  const conference = await conferenceAsked(db, id)
  const [units, invitations, directory, { calendar }] = await Promise.all([
    readinessByUnit(db, by, conference.id, now), invitationCounts(db, conference.id), directoryOf(db), rulesOf(db),
  ])
  const name = namer(directory, language)
  const today = localDate(now, calendar)
  const sum = (of: Exclude<keyof UnitReadiness, 'unit'>) => units.reduce((all, row) => all + row[of], 0)
  const { heldOn, chair, venue, collectUntil, answersDueOn } = conference
  const lines = readinessOf({
    plan: { heldOn, chair, venue, collectUntil, answersDueOn }, ...invitations, received: sum('all'), ungrouped: sum('ungrouped'),
    unrouted: sum('unrouted'), unaccepted: sum('unaccepted'), owed: sum('open'),
  }, today)
  const to = (unit: string | null, rest: string) => `/issues?conference=${conference.id}&unit=${unit ?? 'none'}${rest}`
  return {
    conference: { id: conference.id, title: conference.title, heldOn, answersDueOn },
    late: (answersDueOn ?? heldOn) < today,
    lines: lines.map((line) => ({ ...line, to: placeOf(line.task, conference.id) })),
    formOpen: conference.publicFormKey !== null && heldOn >= today,
    units: units.map(({ unit, all, answered, open, unaccepted }) => ({
      code: unit, label: unit && name.unit(unit), all, answered, open, unaccepted,
      toAll: to(unit, ''), toAnswered: to(unit, '&box=answered'), toOpen: to(unit, '&box=open'), toUnaccepted: to(unit, '&state=routed'),
    })),
  }
}
