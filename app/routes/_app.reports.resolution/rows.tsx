import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { reportAddress, rowScope, type Asked } from '#app/reports/addresses.ts'
import type { ReportView, ViewRow } from '#app/reports/report-view.server.ts'
import { BarChart, type Series } from '#app/ui/bar-chart.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatRate } from '#app/ui/format.ts'
import { Table, type Column } from '#app/ui/table.tsx'
import type { Counts } from '#workflows/reports/boxes.ts'
import type { Grouping } from '#workflows/reports/groupings.ts'
import { fewest, isComparable, rateDefinitions, ratesOf, type Rate } from '#workflows/reports/rates.ts'
import { Figure } from './figure.tsx'

type Props = { asked: Asked; rows: ViewRow[]; total: ReportView['total'] }

/** By what a row is told apart when one looks into it. */
const within: Record<Grouping, Grouping> = { group: 'unit', unit: 'topic', topic: 'unit', month: 'unit', conference: 'group' }

const stack = [
  { key: 'answered', tone: 'good' },
  { key: 'openInTime', tone: 'info' },
  { key: 'openOverdue', tone: 'bad' },
  { key: 'refused', tone: 'warn' },
  { key: 'withdrawn', tone: 'plain' },
  { key: 'diverted', tone: 'plain' },
] as const satisfies Omit<Series, 'label'>[]

export function RowStates({ asked, rows }: Omit<Props, 'total'>) {
  const { t } = useTranslation()
  const bars = rows.map((row) => ({ key: row.key, label: row.label, counts: row as Counts, scope: rowScope(asked, row.key) }))
  return (
    <Card title={t('reports:section.rows', { by: t(`reports:lower.${asked.by}`) })} flush>
      <BarChart
        caption={<span className="sr-only">{t('reports:section.rows', { by: t(`reports:lower.${asked.by}`) })}</span>}
        labelHeading={t(`reports:heading.${asked.by}`)}
        max={Math.max(...rows.map(({ received }) => received))}
        series={stack.map((one) => ({ ...one, label: t(`reports:box.${one.key}`) }))}
        bars={bars.map(({ key, label, counts, scope }) => ({
          key: key ?? 'none',
          label: <Link to={reportAddress(asked, { by: within[asked.by], scope })} className="link">{label}</Link>,
          values: counts,
          cells: Object.fromEntries(stack.map((one) => [one.key, <Figure key={one.key} asked={asked} box={one.key} counts={counts} scope={scope} />])),
        }))}
      />
    </Card>
  )
}

/** Rates beside their n: without it «100 %» of two looks like a hundred of a hundred. */
export function RowRates({ asked, rows, total }: Props) {
  const { t, i18n } = useTranslation()
  const heading = t(`reports:heading.${asked.by}`)
  const received = t('reports:box.received')
  const rateCell = (counts: Counts, at: number) => {
    const { n, of } = ratesOf(counts)[at] as Rate
    return (
      <>
        {formatRate(n, of, i18n.language)}{' '}
        <span className="font-normal text-ink-soft">({n}/{of}{!isComparable({ of }) && of > 0 && ` · ${t('reports:fewShort', { n: fewest })}`})</span>
      </>
    )
  }
  const columns: Column<ViewRow>[] = [
    { label: heading, heading: true, cell: ({ label }) => label },
    { label: received, numeric: true, cell: (row) => <Figure asked={asked} box="received" counts={row} scope={rowScope(asked, row.key)} /> },
    ...rateDefinitions.map(({ id }, at) => ({ label: t(`reports:rate.${id}`), numeric: true, cell: (row: ViewRow) => rateCell(row, at) })),
  ]
  const foot = {
    [heading]: t('reports:heading.total'),
    [received]: <Figure asked={asked} box="received" counts={total} />,
    ...Object.fromEntries(rateDefinitions.map(({ id }, at) => [t(`reports:rate.${id}`), rateCell(total, at)])),
  }
  return (
    <Card title={t('reports:section.rowRates', { by: t(`reports:lower.${asked.by}`) })} flush>
      <Table
        caption={t('reports:section.rowRates', { by: t(`reports:lower.${asked.by}`) })}
        columns={columns} rows={rows} rowKey={({ key }) => key ?? 'none'} foot={foot}
      />
    </Card>
  )
}
