import type { Actor } from '#app/access/actor.ts'
import { byOf } from '#app/access/actor.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { formatTime } from '#app/ui/format.ts'
import type { Db } from '#db/client.ts'
import { attendanceOf } from '#db/queries/attendance.ts'
import { conferenceRecord } from '#db/queries/conference-record.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { isWithheld } from './contents-paper.ts'
import { hallCourse } from './hall-course.ts'

const onTheClock = (at: Date | null) => (at ? formatTime(at) : '')

/** The page of a conference's minutes: its facts, who came, and what was said in the order in which it was. */
export async function minutesView(db: Db, by: Actor, id: string | undefined, language: Language) {
  const conference = await conferenceAsked(db, id)
  const [issues, attendance, directory] = await Promise.all([conferenceRecord(db, byOf(by), conference.id), attendanceOf(db, conference.id), directoryOf(db)])
  const name = namer(directory, language)
  const { openedAt, closedAt, venue, chair, minuteTaker } = conference
  const kinds = [...new Set(attendance.map(({ kind }) => kind))]
  return {
    conference: { id: conference.id, title: conference.title, heldOn: conference.heldOn },
    mayWrite: by.role === 'coordinator' || by.role === 'secretary',
    facts: { openedAt: onTheClock(openedAt), closedAt: onTheClock(closedAt), venue: venue ?? '', chair: chair ?? '', minuteTaker: minuteTaker ?? '' },
    attendance: kinds.map((kind) => {
      const invited = attendance.filter((one) => one.kind === kind)
      return { kind, of: invited.length, count: invited.filter(({ attended }) => attended).length, looked: invited.some(({ attended }) => attended !== null) }
    }),
    course: hallCourse(issues).map((one) => ({
      code: one.code, at: formatTime(one.at), withheld: isWithheld(one), enterprise: isWithheld(one) ? null : one.enterprise, text: isWithheld(one) ? null : one.text,
      answer: one.onTheSpot && one.answer && !isWithheld(one) ? { by: one.answer.answeredBy ?? (one.leadUnit ? name.unit(one.leadUnit) : ''), text: one.answer.text } : null,
      promises: isWithheld(one) ? [] : one.promises.filter(({ saidAt }) => saidAt).map(({ text, ownerUnit, firstDueOn }) => ({ text, unit: name.unit(ownerUnit), dueOn: firstDueOn })),
    })),
  }
}

export type MinutesView = Awaited<ReturnType<typeof minutesView>>
