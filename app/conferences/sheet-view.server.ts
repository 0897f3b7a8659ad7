import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { countCarried } from '#db/queries/carry-over-sheet.ts'
import { carryingOf } from '#db/queries/carry-over.ts'
import { sheetByGroup, sheetCounts } from '#db/queries/conference-sheet.ts'
import { groupsOfScheme } from '#db/queries/conferences.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { owedParts, sheetLines } from '#workflows/reports/sheet.ts'
import { conferenceAsked } from './conference-asked.server.ts'

const figures = ['received', ...sheetLines, ...owedParts] as const
type Figure = (typeof figures)[number]
const nothing = Object.fromEntries(figures.map((name) => [name, 0])) as Record<Figure, number>

/** The figures of a conference at this moment: before the meeting its opening report, after it the state of its handling. */
export async function sheetView(db: Db, by: Actor, id: string | undefined, language: Language, now = new Date()) {
  const conference = await conferenceAsked(db, id)
  const { calendar } = await rulesOf(db)
  const today = localDate(now, calendar)
  const [groups, counted, counts, directory, carried] = await Promise.all([
    groupsOfScheme(db, conference.scheme), sheetByGroup(db, by, conference.id), sheetCounts(db, by, conference.id, today), directoryOf(db),
    carryingOf(db, conference.id, now).then((of) => countCarried(db, by, of)),
  ])
  const name = namer(directory, language)
  const codes = [...new Set([...groups.map(({ code }) => code as string | null), ...counted.map(({ group }) => group)])]
  const rows = codes.map((code) => ({ ...nothing, ...counted.find(({ group }) => group === code), code, label: code && name.group(code) }))
  const sum = (of: Figure) => rows.reduce((all, row) => all + row[of], 0)
  const total = Object.fromEntries(figures.map((of) => [of, sum(of)])) as typeof nothing
  return {
    conference: { id: conference.id, title: conference.title, heldOn: conference.heldOn },
    held: conference.heldOn <= today, asOf: now.toISOString(), rows, total, counts, carried,
  }
}
