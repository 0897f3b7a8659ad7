import { useTranslation } from '#app/i18n/use-translation.ts'
import { Counted, Days } from '#app/reports/days.tsx'
import { addressOf } from '#app/reports/narrowed.ts'
import type { PromiseView } from '#app/reports/promise-view.server.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatRate } from '#app/ui/format.ts'
import { Table, type Column } from '#app/ui/table.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { keptInTime, keptInTimeOf, promiseStands, type PromiseBox, type PromiseStand } from '#workflows/reports/promises.ts'
import { fewest, isComparable } from '#workflows/reports/rates.ts'

type Row = PromiseView['total'] & { key: string | null }
type Props = { by: PromiseView['by']; at: string; rows: Row[]; total: Row }

const toneOf: Record<PromiseStand, Tone> = { kept: 'good', keptLater: 'teal', doneLate: 'warn', broken: 'plain', overdue: 'bad', owed: 'info' }

function Figure({ row, box, at }: { row: Row; box: PromiseBox; at: string }) {
  return <Counted n={row[box]} to={addressOf('/commitments/list', { ...row.scope, box, at })} />
}

/** Where the promises of each stand: every promise is in one part of one bar. */
export function PromiseStands({ by, at, rows, total }: Props) {
  const { t } = useTranslation()
  return (
    <Card title={t('times:promises.stands')} flush>
      <BarChart
        caption={<span className="sr-only">{t('times:promises.stands')}</span>}
        labelHeading={t(`times:promises.heading.${by}`)}
        max={Math.max(...rows.map(({ made }) => made))}
        series={promiseStands.map((stand) => ({ key: stand, label: t(`times:promise.${stand}`), tone: toneOf[stand] }))}
        bars={[...rows, { ...total, key: 'total' }].map((row) => ({
          key: row.key ?? 'none', label: row.label,
          values: Object.fromEntries(promiseStands.map((stand) => [stand, row.key === 'total' ? 0 : row[stand]])),
          cells: Object.fromEntries(promiseStands.map((stand) => [stand, <Figure key={stand} row={row} box={stand} at={at} />])),
        }))}
      />
    </Card>
  )
}

/** Beside the rate what could flatter it: how many dates moved, how often and how far. */
export function PromiseTable({ by, at, rows, total }: Props) {
  const { t } = useTranslation()
  const heading = t(`times:promises.heading.${by}`)
  const figures: Column<Row>[] = [
    { label: t('times:promise.made'), numeric: true, cell: (row) => <Figure row={row} box="made" at={at} /> },
    { label: t('times:promise.keptInTime'), numeric: true, cell: (row) => <Rate row={row} at={at} /> },
    { label: t('times:promise.slipped'), numeric: true, cell: (row) => <><Figure row={row} box="slipped" at={at} />{row.times > 0 && <> {t('times:promises.times', { count: row.times })}</>}</> },
    { label: t('times:promises.slipMedian'), numeric: true, cell: ({ median }) => <Days of={median} /> },
    { label: t('times:promises.slipP90'), numeric: true, cell: ({ p90 }) => <Days of={p90} /> },
  ]
  const foot = { [heading]: total.label, ...Object.fromEntries(figures.map(({ label, cell }) => [label, cell(total)])) }
  return (
    <Card title={t('times:promises.rates')} flush>
      <Table caption={t('times:promises.rates')} columns={[{ label: heading, heading: true, cell: ({ label }) => label }, ...figures]} rows={rows} rowKey={({ key }) => key ?? 'none'} foot={foot} />
    </Card>
  )
}

function Rate({ row, at }: { row: Row; at: string }) {
  const { t, i18n } = useTranslation()
  const { n, of } = keptInTimeOf(row)
  return (
    <span>
      {formatRate(n, of, i18n.language)}
      {of > 0 && (
        <span className="block text-sm font-normal text-ink-soft">
          <Figure row={row} box={keptInTime.numerator} at={at} />{' / '}
          <Figure row={row} box={keptInTime.denominator} at={at} />
          {!isComparable({ of }) && ` · ${t('reports:fewShort', { n: fewest })}`}
        </span>
      )}
    </span>
  )
}
