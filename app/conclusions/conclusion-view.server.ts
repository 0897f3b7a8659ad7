import type { Actor } from '#app/access/actor.ts'
import { byOf } from '#app/access/actor.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import type { Db } from '#db/client.ts'
import { answersOwed, conclusionOf, promisesOf, tasksOf } from '#db/queries/conclusions.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { isAnswered, isFinal } from '#workflows/resolution/states.ts'
import { hashOfNotice, hashOfWording } from './content-hash.server.ts'
import { draftsConclusions } from './open-draft.server.ts'
import { datesOf } from './sign-off-conclusion.server.ts'

/** The page of a notice of conclusions; while there is none, what it would be made of. */
export async function conclusionView(db: Db, by: Actor, id: string | undefined, language: Language) {
  const conference = await conferenceAsked(db, id)
  const who = byOf(by)
  const notice = await conclusionOf(db, conference.id)
  const shown = notice && (notice.state === 'signedOff' || draftsConclusions(by)) ? notice : null
  const [tasks, directory] = await Promise.all([shown ? tasksOf(db, who, shown.id) : [], directoryOf(db)])
  const name = namer(directory, language)
  const isDraft = shown?.state === 'draft'
  const [promises, owed] = !notice || isDraft ? await Promise.all([promisesOf(db, who, conference.id), answersOwed(db, who, conference.id)]) : [[], []]
  const covered = new Set(tasks.flatMap((task) => task.issues.map((issue) => issue.id)))
  const kept = new Set(tasks.map(({ commitmentId }) => commitmentId))
  return {
    conference: { id: conference.id, title: conference.title, heldOn: conference.heldOn },
    mayDraft: draftsConclusions(by),
    maySignOff: by.role === 'coordinator',
    notice: shown && { ...shown, seen: hashOfNotice(shown, tasks), seenWording: hashOfWording(shown) },
    tasks: tasks.map(({ leadUnit, coordinatingUnits, ...task }) => ({
      ...task, leadUnit: name.unit(leadUnit), coordinatingUnits: coordinatingUnits.map(name.unit),
      settled: task.issues.filter(({ state }) => isAnswered(state) || isFinal(state)).length,
    })),
    dated: datesOf(tasks).size,
    toAdd: {
      promises: promises.filter(({ commitmentId }) => !kept.has(commitmentId)).length,
      answers: owed.filter(({ issueId }) => !covered.has(issueId)).length,
    },
  }
}

export type ConclusionView = Awaited<ReturnType<typeof conclusionView>>
