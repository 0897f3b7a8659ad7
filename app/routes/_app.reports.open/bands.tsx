import { useTranslation } from '#app/i18n/use-translation.ts'
import type { AgeView, AgeViewRow } from '#app/reports/age-view.server.ts'
import { Counted, Days } from '#app/reports/days.tsx'
import { addressOf, queryOf } from '#app/reports/narrowed.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Card } from '#app/ui/card.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { ageBands } from '#workflows/reports/ages.ts'

type Asked = Pick<AgeView, 'by' | 'asOf'> & { rows: AgeViewRow[]; total: AgeViewRow }
type Props = Asked & { of: 'ages' | 'lates'; bounds: string[] }

const tones = ['good', 'teal', 'info', 'warn', 'bad'] as const

/** One bar a row, a band of age after the other; `lates` tells of those overdue since when. */
export function AgeBands({ of, by, asOf, bounds, rows, total }: Props) {
  const { t } = useTranslation()
  const box = of === 'ages' ? 'open' : 'openOverdue'
  const [since, before] = of === 'ages' ? ['receivedSince', 'receivedBefore'] : ['dueSince', 'dueBefore']
  const listOf = ({ scope }: AgeViewRow, band: number) =>
    addressOf('/issues', queryOf({ ...scope, box, asOf, [since!]: bounds[band], [before!]: bounds[band - 1] }))
  const bars = [...rows.map((row) => ({ key: row.key ?? 'none', row })), { key: 'total', row: total }].filter(({ row }) => of === 'ages' || row.overdue > 0)
  if (bars.length === 0) return <Card title={t('times:open.lates')}><p>{t('times:open.noneLate')}</p></Card>
  return (
    <Card title={t(`times:open.${of}`)} flush>
      <BarChart
        caption={t(`times:open.${of}Lead`)}
        labelHeading={t(`times:open.heading.${by}`)}
        max={Math.max(...rows.map((row) => (of === 'ages' ? row.open : row.overdue)))}
        series={ageBands.map(({ from, to }, band) => ({ key: String(band), label: t(to === undefined ? 'times:open.over' : 'times:open.band', { from: to === undefined ? from - 1 : from, to }), tone: tones[band]! }))}
        bars={bars.map(({ key, row }) => ({
          key, label: row.label,
          // the whole is told in numbers: beside its bar no other could be seen
          values: Object.fromEntries(row[of].map((n, band) => [band, key === 'total' ? 0 : n])),
          cells: Object.fromEntries(row[of].map((n, band) => [band, <Counted key={band} n={n} to={listOf(row, band)} />])),
        }))}
      />
    </Card>
  )
}

/** How old the issue in the middle is, and that which nine of ten are younger than. */
export function AgeFigures({ by, asOf, rows, total }: Asked) {
  const { t } = useTranslation()
  const heading = t(`times:open.heading.${by}`)
  const figures: Column<AgeViewRow>[] = [
    { label: t('times:open.open'), numeric: true, cell: (row) => <Counted n={row.open} to={addressOf('/issues', { ...row.scope, box: 'open', asOf })} /> },
    { label: t('times:open.overdue'), numeric: true, cell: (row) => <Counted n={row.overdue} to={addressOf('/issues', { ...row.scope, box: 'openOverdue', asOf })} /> },
    { label: t('times:median'), numeric: true, cell: ({ median }) => <Days of={median} /> },
    { label: t('times:p90'), numeric: true, cell: ({ p90 }) => <Days of={p90} /> },
  ]
  const foot = { [heading]: total.label, ...Object.fromEntries(figures.map(({ label, cell }) => [label, cell(total)])) }
  return (
    <Card title={t('times:open.figures')} flush>
      <Table caption={t('times:open.figures')} columns={[{ label: heading, heading: true, cell: ({ label }) => label }, ...figures]} rows={rows} rowKey={({ key }) => key ?? 'none'} foot={foot} />
    </Card>
  )
}
