import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { listAddress, rowScope, type Asked } from '#app/reports/addresses.ts'
import { Denominator, Figure } from '#app/reports/figure.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatNumber, formatRate } from '#app/ui/format.ts'
import { Table, type Column } from '#app/ui/table.tsx'
import type { Box } from '#workflows/reports/boxes.ts'
import type { Figures } from '#workflows/reports/issued.ts'
import { periodColumns, type PeriodColumn } from '#workflows/reports/period.ts'
import { rateDefinitions, ratesOf } from '#workflows/reports/rates.ts'
import { definitionsOf, type Words } from './figures-tables.ts'

type Props = { figures: Figures; asked: Asked }
type PeriodLine = Figures['period']['rows'][number]
type BoxLine = Figures['rows'][number]

/** The tables and definitions of the exported papers, on a page. */
export function FiguresCards({ figures }: { figures: Figures }) {
  const { t, i18n } = useTranslation()
  const words: Words = { t, language: i18n.language === 'en' ? 'en' : 'vi' }
  const asked: Asked = { by: figures.by, scope: figures.scope, asOf: figures.asOf, past: true }
  return (
    <div className="space-y-6">
      <PeriodCard figures={figures} asked={asked} />
      <RatesCard figures={figures} asked={asked} />
      <Card title={t('issued:part.definitions')}>
        <ul className="space-y-3">{definitionsOf(figures, words).map((line) => <li key={line}>{line}</li>)}</ul>
      </Card>
    </div>
  )
}

/** Columns that are a box of the list: what came in the period, and what was open at its end, whenever it came. */
const boxOf: Partial<Record<PeriodColumn, Box>> = { fresh: 'received', openInTime: 'openInTime', openOverdue: 'openOverdue' }

function PeriodCard({ figures: { by, period }, asked }: Props) {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const { from: _, ...everWhen } = asked.scope
  const number = (column: PeriodColumn, counts: PeriodLine['counts'], key?: string | null): ReactNode => {
    const shown = formatNumber(counts[column], language)
    // a month that is asked for is a period, which a list narrowed to that month is not
    const box = column === 'fresh' || !asked.scope.month ? boxOf[column] : undefined
    const scope = column === 'fresh' ? asked.scope : everWhen
    return box ? <a href={listAddress(key === undefined ? scope : rowScope({ by, scope }, key), box, asked.asOf)} className="link">{shown}</a> : shown
  }
  const heading = t(`reports:heading.${by}`)
  const rate = t('issued:column.rate')
  const columns: Column<PeriodLine>[] = [
    { label: heading, heading: true, cell: ({ label }) => label[language] },
    ...periodColumns.map((column) => ({ label: t(`issued:column.${column}`), numeric: true, cell: ({ key, counts }: PeriodLine) => number(column, counts, key) })),
    { label: rate, numeric: true, cell: ({ counts }) => formatRate(counts.answered, counts.total, language) },
  ]
  const foot = {
    [heading]: t('reports:heading.total'), [rate]: formatRate(period.total.answered, period.total.total, language),
    ...Object.fromEntries(periodColumns.map((column) => [t(`issued:column.${column}`), number(column, period.total)])),
  }
  return <Card title={t('issued:part.period')} flush><Table caption={t('issued:part.period')} columns={columns} rows={period.rows} rowKey={({ key }) => key ?? 'none'} foot={foot} /></Card>
}

function RatesCard({ figures: { by, rows, total }, asked }: Props) {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const cell = (counts: BoxLine['counts'], at: number, scope: Asked['scope']): ReactNode => {
    const { n, of } = ratesOf(counts)[at]!
    const { numerator, denominator } = rateDefinitions[at]!
    return (
      <span>
        {formatRate(n, of, language)}
        {of > 0 && <span className="block text-sm font-normal text-ink-soft"><Figure {...{ asked, counts, scope }} box={numerator} />{' / '}<Denominator {...{ asked, counts, scope }} boxes={denominator} /></span>}
      </span>
    )
  }
  const [heading, received] = [t(`reports:heading.${by}`), t('reports:box.received')]
  const columns: Column<BoxLine>[] = [
    { label: heading, heading: true, cell: ({ label }) => label[language] },
    { label: received, numeric: true, cell: ({ key, counts }) => <Figure asked={asked} box="received" counts={counts} scope={rowScope(asked, key)} /> },
    ...rateDefinitions.map(({ id }, at) => ({ label: t(`reports:rate.${id}`), numeric: true, cell: ({ key, counts }: BoxLine) => cell(counts, at, rowScope(asked, key)) })),
  ]
  const foot = {
    [heading]: t('reports:heading.total'), [received]: <Figure asked={asked} box="received" counts={total.counts} />,
    ...Object.fromEntries(rateDefinitions.map(({ id }, at) => [t(`reports:rate.${id}`), cell(total.counts, at, asked.scope)])),
  }
  return <Card title={t('issued:part.rates')} flush><Table caption={t('issued:part.rates')} columns={columns} rows={rows} rowKey={({ key }) => key ?? 'none'} foot={foot} /></Card>
}
