import type { Actor } from '#app/access/actor.ts'
import { translator, type Language } from '#app/i18n/instance.ts'
import { readAsOf } from '#app/issues/list-filter.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { resolutionReport } from '#db/queries/resolution-report.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { noCounts } from '#workflows/reports/boxes.ts'
import type { Grouping } from '#workflows/reports/groupings.ts'
import type { Days } from '#workflows/reports/periods.ts'
import type { Asked } from './addresses.ts'
import { readComparison, type Comparison } from './read-comparison.ts'
import { rowLabels } from './row-labels.server.ts'

/** Two periods of receipt counted the same way, in all and told apart by what was asked. */
export async function compareView(db: Db, actor: Actor, params: URLSearchParams, language: Language, now = new Date()) {
  const { calendar } = await rulesOf(db)
  const asked = readComparison(params, localDate(now, calendar))
  const [present, before] = await Promise.all([counted(db, actor, asked, asked.now, now), counted(db, actor, asked, asked.before, now)])
  const { by } = asked
  return { asked, present: present.side, before: before.side, rows: by ? await inPairs(db, by, [present, before], language) : [] }
}

export type CompareView = Awaited<ReturnType<typeof compareView>>
export type Side = CompareView['present']
export type Pair = CompareView['rows'][number]

async function counted(db: Db, actor: Actor, { by = 'group', counting }: Comparison, days: Days, now: Date) {
  const end = counting === 'then' ? readAsOf(days.to) : undefined
  const day = end && end < now ? end : undefined
  const { rows, total } = await resolutionReport(db, actor, { groupBy: by, ...days, asOf: day }, day ?? now)
  const asked: Asked = { by, scope: days, asOf: (day ?? now).toISOString(), past: day !== undefined }
  return { rows, side: { asked, counts: total } }
}

type Counted = Awaited<ReturnType<typeof counted>>

/** Rows by their keys, the largest now first; those of the period before alone come last. */
async function inPairs(db: Db, by: Grouping, [present, before]: [Counted, Counted], language: Language) {
  const keys = [...new Set([...present.rows, ...before.rows].map(({ key }) => key))]
  const label = await rowLabels(db, keys.map((key) => ({ by, key })), language, translator(language))
  const of = ({ rows }: Counted, key: string | null) => ({ ...noCounts(), ...rows.find((row) => row.key === key) })
  return keys.map((key) => ({ key, label: label({ by, key }), present: of(present, key), before: of(before, key) }))
}
