import type { DirectiveListView } from '#app/directives/directive-list-view.server.ts'
import { StateOf } from '#app/directives/state-of.tsx'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatNumber } from '#app/ui/format.ts'
import { Due } from '#app/ui/issue-table.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

type Row = DirectiveListView['rows'][number]

export function DirectiveTable({ rows, caption }: { rows: Row[]; caption: string }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const about = ({ code, address, figure }: Row) =>
    code ? t('directives:aboutIssue', { code }) : figure !== null ? t('directives:aboutFigure', { count: figure, n: formatNumber(figure, language) }) : t(address ? 'directives:aboutPage' : 'directives:aboutHidden')
  const columns: Column<Row>[] = [
    {
      label: t('directives:field.directive'), heading: true,
      cell: ({ id, text }) => <><a href={`/directives/${id}`} className="issue-link">{t('directives:number', { number: id })}</a>{text}</>,
    },
    { label: t('directives:field.about'), cell: about },
    { label: t('directives:field.unit'), cell: ({ unit }) => unit },
    { label: t('directives:field.state'), cell: ({ state }) => <StateOf state={state} /> },
    { label: t('directives:field.dueOn'), cell: ({ dueOn, left }) => <Due on={dueOn} left={left} /> },
  ]
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
