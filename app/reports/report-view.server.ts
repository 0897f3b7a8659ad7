import type { Actor } from '#app/access/actor.ts'
import { translator, type Language } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { keptReport } from '#db/queries/kept-report.ts'
import { groupings, type Grouping } from '#workflows/reports/groupings.ts'
import type { Asked, Scope } from './addresses.ts'
import { readQuestion } from './read-question.ts'
import { rowLabels } from './row-labels.server.ts'

/** The report an address asks for, within what the actor may see, with names for its rows and for what narrows it. */
export async function reportView(db: Db, actor: Actor, params: URLSearchParams, language: Language) {
  const { groupBy: by, asOf: day, ...filter } = readQuestion(params)
  const scope = Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ) as Scope
  const { asOf, rows, total, parts } = await keptReport(db, actor, { ...filter, groupBy: by, asOf: day })
  const narrowed = groupings.filter((one) => scope[one] !== undefined).map((one) => ({ by: one, key: scope[one]! }))
  const keyed = [...rows.map(({ key }) => ({ by, key })), ...narrowed]
  const label = await rowLabels(db, keyed, language, translator(language))
  const asked: Asked = { by, scope, asOf: asOf.toISOString(), past: day !== undefined }
  return {
    asked,
    rows: rows.map((row) => ({ ...row, label: label({ by, key: row.key }) })),
    total,
    parts: parts.map((row) => ({ ...row, label: label({ by: 'unit', key: row.unit }) })),
    narrowed: narrowed.map((one): { by: Grouping; label: string } => ({ by: one.by, label: label(one) })),
  }
}

export type ReportView = Awaited<ReturnType<typeof reportView>>
export type ViewRow = ReportView['rows'][number]
