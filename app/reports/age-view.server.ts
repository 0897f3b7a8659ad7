import type { Actor } from '#app/access/actor.ts'
import { translator, type Language } from '#app/i18n/instance.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { ageGroupings, ageReport, type AgeGrouping, type AgeRow } from '#db/queries/age-report.ts'
import type { Calendar } from '#workflows/deadlines/calendar.ts'
import { workingDaysBack } from '#workflows/deadlines/working-days-back.ts'
import { workingTimeBetween } from '#workflows/deadlines/working-time.ts'
import { ageLimits } from '#workflows/reports/ages.ts'
import { narrowedIn, queryOf, type Query } from './narrowed.ts'
import { narrowingChoices } from './narrowing-choices.server.ts'
import { readQuestion } from './read-question.ts'
import { rowLabels } from './row-labels.server.ts'

/** Open issues by how long they have been open and how long overdue, at an instant, within what the actor may see. */
export async function ageView(db: Db, actor: Actor, params: URLSearchParams, language: Language, now = new Date()) {
  const { calendar } = await rulesOf(db)
  const asked = params.get('by') as AgeGrouping
  const by = ageGroupings.includes(asked) ? asked : 'unit'
  const { asOf: past } = readQuestion(params, now)
  const at = past ?? now
  const filter = narrowedIn(params)
  const bounds = ageLimits.map((days) => workingDaysBack(calendar, at, days))
  const { rows, total } = await ageReport(db, actor, { ...filter, groupBy: by, bounds, asOf: past }, at)
  const query = queryOf(filter)
  const t = translator(language)
  const names = await rowLabels(db, by === 'state' ? [] : rows.map(({ key }) => ({ by, key })), language, t)
  const view = rowIn({ calendar, at })
  return {
    by, past: past !== undefined, asOf: at.toISOString(),
    query,
    bounds: bounds.map((bound) => bound.toISOString()),
    choices: await narrowingChoices(db, query, language),
    rows: rows.map((row) => ({ ...view(row), label: by === 'state' ? t(`issues:state.${row.key}`) : names({ by, key: row.key }), scope: { ...query, [by]: row.key ?? 'none' } as Query })),
    total: { ...view(total), label: t('reports:heading.total'), scope: query },
  }
}

export type AgeView = Awaited<ReturnType<typeof ageView>>
export type AgeViewRow = AgeView['total']

/** The age of the issue in the middle is the working time since its receipt: the order of ages is that of receipts. */
const rowIn = ({ calendar, at }: { calendar: Calendar; at: Date }) => ({ median, p90, ...row }: AgeRow) => {
  const age = (since: Date | null) => since && workingTimeBetween(since, at, calendar) / calendar.dayLength
  return { ...row, median: age(median), p90: age(p90) }
}
