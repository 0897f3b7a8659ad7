import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { readTimeFilter } from '#app/issues/time-filter.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { timeReport } from '#db/queries/time-report.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { fewest, shares } from '#workflows/reports/rates.ts'
import { apart, type Spread } from '#workflows/reports/times.ts'
import { narrowedIn, queryOf } from './narrowed.ts'
import { narrowingChoices } from './narrowing-choices.server.ts'

/** The time to the first answer by party and by unit, of what was first answered in a period; without one, in the last twelve months. */
export async function timeView(db: Db, actor: Actor, params: URLSearchParams, language: Language, now = new Date()) {
  const [{ calendar }, directory] = await Promise.all([rulesOf(db), directoryOf(db)])
  const today = localDate(now, calendar)
  const asked = readTimeFilter(params)
  const period = { answeredFrom: asked.answeredFrom ?? yearBefore(today), answeredTo: asked.answeredTo ?? today }
  const filter = narrowedIn(params)
  const query = queryOf({ ...filter, ...period })
  const [report, choices] = await Promise.all([timeReport(db, actor, { ...filter, ...period }), narrowingChoices(db, query, language)])
  const inDays = ({ n, median, p90 }: Spread) => ({ n, median: median === null ? null : median / calendar.dayLength, p90: p90 === null ? null : p90 / calendar.dayLength })
  const name = namer(directory, language)
  const ofWhole = shares(report.parties.map(({ total }) => total))
  const units = apart(report.units, fewest)
  const unitRows = (some: typeof report.units) => some.map(({ unit, own, others }) => ({ unit, label: name.unit(unit), own: inDays(own), others: inDays(others) }))
  return {
    query, choices,
    asOf: now.toISOString(),
    whole: inDays(report.whole),
    parties: report.parties.map((one, at) => ({ party: one.party, ...inDays(one), share: ofWhole[at]! })),
    compared: unitRows(units.compared),
    few: unitRows(units.few),
  }
}

export type TimeView = Awaited<ReturnType<typeof timeView>>

/** The day after the same date a year earlier, so that the two ends together are a year. */
function yearBefore(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCFullYear(at.getUTCFullYear() - 1)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}
