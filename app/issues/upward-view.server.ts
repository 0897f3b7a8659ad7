import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { countUpward, listUpward, type LetterState } from '#db/queries/upward-register.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { dayNumber } from '#workflows/deadlines/local-day.ts'
import { beginning } from './list-rows.ts'
import { namer } from './names.ts'
import { rulesOf } from './rules.server.ts'

type Question = { actor: Actor; language: Language; state: LetterState; cursor?: string; document?: string; now?: Date }

const pageSize = 25

/** The register of letters to the level above the city: how long each has been open, in days of the calendar. */
export async function upwardView(db: Db, { actor, language, state, cursor, document, now = new Date() }: Question) {
  const [page, counts, directory, rules] = await Promise.all([
    listUpward(db, actor, { state, limit: pageSize, cursor, document }), countUpward(db, actor, document), directoryOf(db), rulesOf(db),
  ])
  const name = namer(directory, language)
  const today = localDate(now, rules.calendar)
  const rows = page.items.map((one) => ({
    ...one,
    text: beginning(one.text),
    leadUnit: one.leadUnit && name.unit(one.leadUnit),
    days: Math.max(0, dayNumber(one.answer?.date ?? today) - dayNumber(one.date)),
    mine: actor.unit === one.leadUnit && (actor.role === 'officer' || actor.role === 'head'),
  }))
  return { state, document: document ?? null, counts, rows, next: page.next }
}

export type UpwardRow = Awaited<ReturnType<typeof upwardView>>['rows'][number]
