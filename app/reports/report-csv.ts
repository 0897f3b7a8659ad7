import type { Translate } from '#app/i18n/instance.ts'
import { boxNames } from '#workflows/reports/boxes.ts'
import { rateDefinitions, ratesOf } from '#workflows/reports/rates.ts'
import { formatDateTime } from '#app/ui/format.ts'
import { toCsv } from './csv.ts'
import type { ReportView } from './report-view.server.ts'

/** The table of the screen with every box: rates as numerator and denominator, for whoever counts on in a spreadsheet. */
export function reportCsv({ asked, rows, total }: ReportView, t: Translate): string {
  const heads = [
    t('reports:column.code'),
    t(`reports:heading.${asked.by}`),
    t('reports:column.asOf'),
    ...boxNames.map((box) => t(`reports:box.${box}`)),
    t('reports:column.comments'),
    t('reports:column.commentsAnswered'),
    t('reports:column.commentsResolved'),
    ...rateDefinitions.flatMap(({ id, version }) => {
      const rate = `${t(`reports:rate.${id}`)} (${t('reports:version', { version })})`
      return [t('reports:column.numerator', { rate }), t('reports:column.denominator', { rate })]
    }),
  ]
  const line = (key: string | null, label: string, of: ReportView['total']) => [
    key,
    label,
    formatDateTime(asked.asOf),
    ...boxNames.map((box) => of[box]),
    of.perComment.received,
    of.perComment.answered,
    of.perComment.resolved,
    ...ratesOf(of).flatMap(({ n, of: whole }) => [n, whole]),
  ]
  return toCsv([heads, ...rows.map((row) => line(row.key, row.label, row)), line(null, t('reports:heading.total'), total)])
}
