import { translator } from '#app/i18n/instance.ts'
import { rowLabels } from '#app/reports/row-labels.server.ts'
import { formatDate } from '#app/ui/format.ts'
import type { Db } from '#db/client.ts'
import { periodTable } from '#db/queries/period-table.ts'
import { resolutionReport, type ReportQuestion } from '#db/queries/resolution-report.ts'
import { boxNames, type Counts } from '#workflows/reports/boxes.ts'
import { groupings } from '#workflows/reports/groupings.ts'
import type { Figures, Label } from '#workflows/reports/issued.ts'
import { periodColumns, periodVersion, type PeriodCounts } from '#workflows/reports/period.ts'
import { rateDefinitions } from '#workflows/reports/rates.ts'
import type { By } from '#workflows/resolution/actor.ts'

type Question = ReportQuestion & { asOf: Date }

/** All that a report says as of an instant, counted from events, with its rows named in both languages. */
export async function figuresOf(db: Db, by: By, question: Question): Promise<Figures> {
  const { groupBy, asOf, ...filter } = question
  const scope = Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))) as Record<string, string>
  const [report, period] = await Promise.all([resolutionReport(db, by, question), periodTable(db, by, question)])
  const narrowed = groupings.filter((one) => scope[one] !== undefined).map((one) => ({ by: one, key: scope[one]! }))
  const keyed = [...[...report.rows, ...period.rows].map(({ key }) => ({ by: groupBy, key })), ...narrowed]
  const [vi, en] = await Promise.all((['vi', 'en'] as const).map((language) => rowLabels(db, keyed, language, translator(language))))
  const label = (of: (typeof keyed)[number]): Label => ({ vi: vi!(of), en: en!(of) })
  return {
    by: groupBy, scope, asOf: asOf.toISOString(), periodVersion,
    narrowed: [...narrowed.map(label), ...inBoth((t) => periodWords(scope, t))],
    definitions: rateDefinitions.map(({ formula, ...one }) => ({ ...one, formula: inBoth((t) => t(formula))[0]! })),
    rows: report.rows.map((row) => ({ key: row.key, label: label({ by: groupBy, key: row.key }), counts: countsOf(row), perComment: row.perComment })),
    total: { counts: countsOf(report.total), perComment: report.total.perComment },
    period: { rows: period.rows.map((row) => ({ key: row.key, label: label({ by: groupBy, key: row.key }), counts: periodOf(row) })), total: period.total },
  }
}

const countsOf = (of: Counts): Counts => Object.fromEntries(boxNames.map((box) => [box, of[box]])) as Counts
const periodOf = (of: PeriodCounts): PeriodCounts => Object.fromEntries(periodColumns.map((column) => [column, of[column]])) as PeriodCounts

type Say = (t: ReturnType<typeof translator>) => string
const inBoth = (say: Say): Label[] => {
  const [vi, en] = [say(translator('vi')), say(translator('en'))]
  return vi === '' ? [] : [{ vi, en }]
}

function periodWords({ from, to }: Record<string, string>, t: ReturnType<typeof translator>): string {
  if (from && to) return t('issued:period.between', { from: formatDate(from), to: formatDate(to) })
  if (from) return t('issued:period.from', { from: formatDate(from) })
  return to ? t('issued:period.to', { to: formatDate(to) }) : ''
}
