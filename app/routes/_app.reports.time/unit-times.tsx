import { useTranslation } from '#app/i18n/use-translation.ts'
import { Counted, Days } from '#app/reports/days.tsx'
import { addressOf, type Query } from '#app/reports/narrowed.ts'
import type { TimeView } from '#app/reports/time-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { fewest } from '#workflows/reports/rates.ts'

type Row = TimeView['compared'][number]
type Props = { query: Query; rows: Row[]; few: Row[] }

/** Each unit's own share beside what all others took of the same issues; too few issues are told, but put into no order. */
export function UnitTimes({ query, rows, few }: Props) {
  const { t } = useTranslation()
  const columns: Column<Row>[] = [
    { label: t('times:unit'), heading: true, cell: ({ label }) => label },
    { label: t('times:issues'), numeric: true, cell: ({ unit, own }) => <Counted n={own.n} to={addressOf('/issues', { ...query, heldUnit: unit })} /> },
    { label: t('times:time.ownMedian'), numeric: true, cell: ({ own }) => <Days of={own.median} /> },
    { label: t('times:time.ownP90'), numeric: true, cell: ({ own }) => <Days of={own.p90} /> },
    { label: t('times:time.othersMedian'), numeric: true, cell: ({ others }) => <Days of={others.median} /> },
    { label: t('times:time.othersP90'), numeric: true, cell: ({ others }) => <Days of={others.p90} /> },
  ]
  const table = (caption: string, some: Row[]) => <Table caption={caption} columns={columns} rows={some} rowKey={({ unit }) => unit} />
  return (
    <>
      <Card title={t('times:time.units')} flush>
        <p className="px-4 pt-3 text-ink-soft">{t('times:time.unitsLead')}</p>
        {rows.length > 0 ? table(t('times:time.units'), rows) : <p className="px-4 py-3">{t('times:time.noUnits', { n: fewest })}</p>}
      </Card>
      {few.length > 0 && <Card title={t('times:time.few', { n: fewest })} flush>{table(t('times:time.few', { n: fewest }), few)}</Card>}
    </>
  )
}
