import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { formatRate } from '#app/ui/format.ts'
import { Table, type Column } from '#app/ui/table.tsx'

type Counts = { received: number; waiting: number; answered: number; overdue: number }
type Row = Counts & { code: string | null; label: string }
type Props = { conference: number; groups: Row[]; total: Counts; agreement: { agreed: number; decided: number } }

const lists = [
  { name: 'received', query: '' },
  { name: 'waiting', query: '&state=received' },
  { name: 'answered', query: '&box=answered' },
  { name: 'overdue', query: '&box=openOverdue' },
] as const

/** Each number leads to exactly the issues it counts. */
export function Figures({ conference, groups, total, agreement }: Props) {
  const { t, i18n } = useTranslation()
  const address = `/issues?conference=${conference}`
  const count = (n: number, to: string) => <Link to={to} className="link">{n}</Link>
  const columns: Column<Row>[] = [
    { label: t('conferences:figure.group'), heading: true, cell: ({ label }) => label },
    ...lists.map(({ name, query }) => ({
      label: t(`conferences:figure.${name}`), numeric: true,
      cell: (row: Row) => count(row[name], `${address}&group=${row.code ?? 'none'}${query}`),
    })),
  ]
  const foot = Object.fromEntries(lists.map(({ name, query }) => [t(`conferences:figure.${name}`), count(total[name], `${address}${query}`)]))
  const { agreed, decided } = agreement
  return (
    <Card title={t('conferences:figure.title')} flush>
      <Table
        compact
        caption={t('conferences:figure.title')}
        columns={columns}
        rows={groups}
        rowKey={({ code }) => code ?? 'none'}
        foot={{ ...foot, [t('conferences:figure.group')]: t('conferences:figure.total') }}
      />
      {decided > 0 && (
        <p className="numbers border-t border-line px-4 py-3 text-sm text-ink-soft">
          {t('conferences:figure.agreement', { agreed, decided, rate: formatRate(agreed, decided, i18n.language === 'en' ? 'en' : 'vi') })}
        </p>
      )}
    </Card>
  )
}
