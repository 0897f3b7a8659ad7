import { useTranslation } from '#app/i18n/use-translation.ts'
import { Counted, Days } from '#app/reports/days.tsx'
import { addressOf, type Query } from '#app/reports/narrowed.ts'
import type { TimeView } from '#app/reports/time-view.server.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatNumber } from '#app/ui/format.ts'
import { Table, type Column } from '#app/ui/table.tsx'

type Row = TimeView['parties'][number]
type Props = { query: Query; parties: Row[] }

const listOf = (query: Query, { party }: Row) => addressOf('/issues', { ...query, heldBy: party })

/** Of all the time together, how much was with whom. */
export function PartyShares({ query, parties }: Props) {
  const { t, i18n } = useTranslation()
  const percent = (share: number) => `${formatNumber(share, i18n.language, 1)}${i18n.language === 'vi' ? '\u00a0%' : '%'}`
  return (
    <Card title={t('times:time.shares')} flush>
      <BarChart
        caption={t('times:time.sharesLead')}
        labelHeading={t('times:party')}
        max={100}
        series={[{ key: 'share', label: t('times:share'), tone: 'teal' }]}
        bars={parties.map((row) => ({
          key: row.party, label: t(`clocks:party.${row.party}`), values: { share: row.share },
          cells: { share: <a className="link" href={listOf(query, row)}>{percent(row.share)}</a> },
        }))}
      />
    </Card>
  )
}

/** How long each had an issue, of those it had. */
export function Parties({ query, parties }: Props) {
  const { t } = useTranslation()
  const columns: Column<Row>[] = [
    { label: t('times:party'), heading: true, cell: ({ party }) => t(`clocks:party.${party}`) },
    { label: t('times:issues'), numeric: true, cell: (row) => <Counted n={row.n} to={listOf(query, row)} /> },
    { label: t('times:median'), numeric: true, cell: ({ median }) => <Days of={median} /> },
    { label: t('times:p90'), numeric: true, cell: ({ p90 }) => <Days of={p90} /> },
  ]
  return (
    <Card title={t('times:time.parties')} flush>
      <Table caption={t('times:time.parties')} columns={columns} rows={parties} rowKey={({ party }) => party} />
    </Card>
  )
}
