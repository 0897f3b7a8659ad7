import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Asked } from '#app/reports/addresses.ts'
import { Counted, Days } from '#app/reports/days.tsx'
import { addressOf, queryOf } from '#app/reports/narrowed.ts'
import { Card } from '#app/ui/card.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

type Row = { unit: string; label: string; n: number; median: number | null; p90: number | null }

/** How long a unit that was asked took to speak; its silence is told beside. */
export function OpinionTimes({ asked, rows }: { asked: Asked; rows: Row[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  const listOf = (heardUnit: string) => addressOf('/issues', queryOf({ ...asked.scope, asOf: asked.asOf, heardUnit }))
  const columns: Column<Row>[] = [
    { label: t('times:unit'), heading: true, cell: ({ label }) => label },
    { label: t('times:issues'), numeric: true, cell: ({ unit, n }) => <Counted n={n} to={listOf(unit)} /> },
    { label: t('times:median'), numeric: true, cell: ({ median }) => <Days of={median} /> },
    { label: t('times:p90'), numeric: true, cell: ({ p90 }) => <Days of={p90} /> },
  ]
  return (
    <Card title={t('times:heard.title')} flush>
      <Table caption={t('times:heard.title')} columns={columns} rows={rows} rowKey={({ unit }) => unit} />
      <p className="px-4 py-3 text-sm text-ink-soft">{t('times:heard.means')}</p>
    </Card>
  )
}
