import type { DirectiveListView } from '#app/directives/directive-list-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { formatNumber } from '#app/ui/format.ts'
import { Table, type Column } from '#app/ui/table.tsx'
import { directiveBoxes } from '#workflows/directive/boxes.ts'

type Row = DirectiveListView['byUnit'][number]

/** Every number leads to its list. */
export function ByUnit({ rows }: { rows: Row[] }) {
  const { t, i18n } = useTranslation()
  if (rows.length === 0) return null
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const columns: Column<Row>[] = [
    { label: t('directives:field.unit'), heading: true, cell: ({ name }) => name },
    ...directiveBoxes.map((box): Column<Row> => ({
      label: t(`directives:box.${box}`), numeric: true,
      cell: (row) => (row[box] === 0 ? '0' : <a className="link" href={`/directives?box=${box}&unit=${encodeURIComponent(row.unit)}`}>{formatNumber(row[box], language)}</a>),
    })),
  ]
  return (
    <Card title={t('directives:byUnit')} flush>
      <Table compact caption={t('directives:byUnit')} columns={columns} rows={rows} rowKey={({ unit }) => unit} />
    </Card>
  )
}
