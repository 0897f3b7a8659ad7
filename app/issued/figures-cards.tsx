import type { Field, Value } from '#app/documents/fields.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { formatDate, formatNumber } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { Figures } from '#workflows/reports/issued.ts'
import { definitionsOf, periodFields, periodTotal, rateFields, totalOf, type Words } from './figures-tables.ts'

/** The tables and definitions of the exported papers, on a page: by the same fields. */
export function FiguresCards({ figures }: { figures: Figures }) {
  const { t, i18n } = useTranslation()
  const words: Words = { t, language: i18n.language === 'en' ? 'en' : 'vi' }
  const rates = rateFields(figures, words)
  return (
    <div className="space-y-6">
      <FieldsTable title={t('issued:part.period')} fields={periodFields(figures, words).slice(1)} rows={figures.period.rows} total={periodTotal(figures, words).slice(1)} />
      <FieldsTable title={t('issued:part.rates')} fields={rates} rows={figures.rows} total={totalOf(figures, rates, words)} />
      <Card title={t('issued:part.definitions')}>
        <ul className="space-y-3">{definitionsOf(figures, words).map((line) => <li key={line}>{line}</li>)}</ul>
      </Card>
    </div>
  )
}

type Props<Row> = { title: string; fields: Field<Row>[]; rows: Row[]; total: Value[] }

function FieldsTable<Row extends { key: string | null }>({ title, fields, rows, total }: Props<Row>) {
  const { i18n } = useTranslation()
  const shown = (value: Value) => (typeof value === 'number' ? formatNumber(value, i18n.language) : typeof value === 'object' && value ? formatDate(value.day) : <span className="whitespace-pre-line">{value}</span>)
  const columns = fields.map(({ label, of }, at) => ({ label, heading: at === 0, numeric: at > 0, cell: (row: Row) => shown(of(row, rows.indexOf(row))) }))
  const foot = Object.fromEntries(fields.map(({ label }, at) => [label, shown(total[at] ?? null)]))
  return <Card title={title} flush><Table caption={title} columns={columns} rows={rows} rowKey={({ key }) => key ?? 'none'} foot={foot} /></Card>
}
