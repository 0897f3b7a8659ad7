import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { opinionTimes } from '#db/queries/opinion-times.ts'
import type { Asked } from './addresses.ts'
import { readQuestion } from './read-question.ts'

/** Beside the report by coordinating unit, at the instant at which it counted: how many days units took to give their opinions. */
export async function heardView(db: Db, actor: Actor, params: URLSearchParams, asked: Asked, language: Language) {
  if (asked.by !== 'coordinating') return []
  const [{ calendar }, directory] = await Promise.all([rulesOf(db), directoryOf(db)])
  const rows = await opinionTimes(db, actor, readQuestion(params), new Date(asked.asOf), calendar)
  const name = namer(directory, language)
  const days = (ms: number | null) => ms === null ? null : ms / calendar.dayLength
  return rows.map(({ unit, n, median, p90 }) => ({ unit, label: name.unit(unit), n, median: days(median), p90: days(p90) }))
}
