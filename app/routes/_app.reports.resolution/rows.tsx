import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { reportAddress, rowScope, type Asked, type Scope } from '#app/reports/addresses.ts'
import { Denominator, Figure } from '#app/reports/figure.tsx'
import type { ReportView, ViewRow } from '#app/reports/report-view.server.ts'
import { BarChart, type Series } from '#app/ui/bar-chart.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatRate } from '#app/ui/format.ts'
import { Table, type Column } from '#app/ui/table.tsx'
import type { Counts } from '#workflows/reports/boxes.ts'
import type { Grouping } from '#workflows/reports/groupings.ts'
import { fewest, isComparable, rateDefinitions, ratesOf, type Rate } from '#workflows/reports/rates.ts'

type Props = { asked: Asked; rows: ViewRow[]; total: ReportView['total'] }

/** By what a row is told apart when one looks into it. */
const within: Record<Grouping, Grouping> = {
  group: 'unit', unit: 'topic', coordinating: 'unit', topic: 'unit', conference: 'group', zone: 'topic', district: 'topic', month: 'unit',
}

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
          cells: Object.fromEntries(
            stack.map(({ key: box }) => [box, <Figure key={box} asked={asked} box={box} counts={counts} scope={scope} />]),
          ),
        }))}
      />
    </Card>
  )
}

/** Rates beside their n: without it «100 %» of two looks like a hundred of a hundred. */
export function RowRates({ asked, rows, total }: Props) {
  const { t } = useTranslation()
  const heading = t(`reports:heading.${asked.by}`)
  const received = t('reports:box.received')
  const rateCell = (counts: Counts, at: number, scope: Scope) => <RateCell {...{ asked, counts, scope, at }} />
  const columns: Column<ViewRow>[] = [
    { label: heading, heading: true, cell: ({ label }) => label },
    {
      label: received, numeric: true,
      cell: (row) => <Figure asked={asked} box="received" counts={row} scope={rowScope(asked, row.key)} />,
    },
    ...rateDefinitions.map(({ id }, at) => ({
      label: t(`reports:rate.${id}`), numeric: true,
      cell: (row: ViewRow) => rateCell(row, at, rowScope(asked, row.key)),
    })),
  ]
  const foot = {
    [heading]: t('reports:heading.total'),
    [received]: <Figure asked={asked} box="received" counts={total} />,
    ...Object.fromEntries(rateDefinitions.map(({ id }, at) => [t(`reports:rate.${id}`), rateCell(total, at, asked.scope)])),
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

function RateCell({ asked, counts, scope, at }: { asked: Asked; counts: Counts; scope: Scope; at: number }) {
  const { t, i18n } = useTranslation()
  const { numerator, denominator } = rateDefinitions[at]!
  const { n, of } = ratesOf(counts)[at] as Rate
  return (
    <span>
      {formatRate(n, of, i18n.language)}
      {of > 0 && (
        <span className="block text-sm font-normal text-ink-soft">
          <Figure asked={asked} box={numerator} counts={counts} scope={scope} />
          {' / '}
          <Denominator asked={asked} boxes={denominator} counts={counts} scope={scope} />
          {!isComparable({ of }) && ` · ${t('reports:fewShort', { n: fewest })}`}
        </span>
      )}
    </span>
  )
}
