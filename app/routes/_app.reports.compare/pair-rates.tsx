import { useTranslation } from '#app/i18n/use-translation.ts'
import { rowScope } from '#app/reports/addresses.ts'
import type { Pair, Side } from '#app/reports/compare-view.server.ts'
import { Figure } from '#app/reports/figure.tsx'
import { Card } from '#app/ui/card.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import type { Grouping } from '#workflows/reports/groupings.ts'
import { rateDefinitions } from '#workflows/reports/rates.ts'
import { Difference, signed } from './difference.tsx'
import { RateOf, shareOf, type RateId } from './rate-of.tsx'

type Props = { by: Grouping; rows: Pair[]; present: Side; before: Side }

/** The two periods told apart: what each row received, and its four rates one under the other. */
export function PairRates({ by, rows, present, before }: Props) {
  const { t, i18n } = useTranslation()
  const of = (row: Pair, side: 'present' | 'before') => {
    const { asked } = side === 'present' ? present : before
    return { asked, counts: row[side], scope: rowScope(asked, row.key) }
  }
  const was = <span className="text-sm text-ink-soft">{t('overview:compare.was')} </span>
  const received = (row: Pair) => (
    <span>
      <Figure box="received" {...of(row, 'present')} />
      <span className="block">{was}<Figure box="received" {...of(row, 'before')} /></span>
      <span className="block text-sm text-ink-soft">{signed(row.present.received - row.before.received, i18n.language)}</span>
    </span>
  )
  const rate = (id: RateId) => (row: Pair) => (
    <span className="whitespace-normal">
      <RateOf inline id={id} {...of(row, 'present')} />
      <span className="block">{was}<RateOf inline id={id} {...of(row, 'before')} /></span>
      <Difference better now={shareOf(id, row.present)} before={shareOf(id, row.before)} />
    </span>
  )
  const columns: Column<Pair>[] = [
    { label: t(`reports:heading.${by}`), heading: true, cell: ({ label }) => label },
    { label: t('reports:box.received'), numeric: true, cell: received },
    ...rateDefinitions.map(({ id }): Column<Pair> => ({ label: t(`reports:rate.${id}`), numeric: true, cell: rate(id) })),
  ]
  return (
    <Card title={t('overview:compare.rows', { by: t(`reports:lower.${by}`) })} flush>
      <Table caption={t('overview:compare.rows', { by: t(`reports:lower.${by}`) })} columns={columns} rows={rows} rowKey={({ key }) => key ?? 'none'} />
    </Card>
  )
}
