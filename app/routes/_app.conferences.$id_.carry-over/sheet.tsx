import { Link, useSearchParams } from '@remix-run/react'
import type { CarrySheet } from '#app/conferences/carry-over-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { carryColumns, carryGroupings, type CarryColumn, type CarryGrouping } from '#workflows/reports/carry-over.ts'

type Figures = CarrySheet['figures']
type Row = Figures['items'][number]
type Props = { conference: number; grouping: CarryGrouping; figures: Figures }

/** Each number leads to exactly the issues it counts. */
export function Sheet({ conference, grouping, figures }: Props) {
  const { t } = useTranslation()
  const number = (n: number, column: CarryColumn, of = '') => <Link className="link" to={`/issues?carriedTo=${conference}&column=${column}${of}`}>{n}</Link>
  const columns: Column<Row>[] = [
    { label: t(`carry:row.${grouping}`), heading: true, cell: (row) => <Name row={row} grouping={grouping} /> },
    ...carryColumns.map((name) => ({ label: t(`carry:column.${name}`), numeric: true, cell: (row: Row) => number(row[name], name, ofRow(row, grouping)) })),
  ]
  const foot = Object.fromEntries(carryColumns.map((name) => [t(`carry:column.${name}`), number(figures.total[name], name)]))
  return (
    <Card title={t('carry:figures')} actions={<By grouping={grouping} />} flush>
      <Table
        compact
        caption={t('carry:figures')}
        columns={columns}
        rows={figures.items}
        rowKey={(row) => (grouping === 'zone' ? row.zone : row.id) ?? 'none'}
        foot={{ ...foot, [t(`carry:row.${grouping}`)]: t('carry:row.total') }}
      />
      <Pagination next={figures.next} param="rowsFrom" />
      <p className="border-t border-line px-4 py-3 text-sm text-ink-soft">{t('carry:definition')}</p>
    </Card>
  )
}

const ofRow = ({ id, zone }: Row, grouping: CarryGrouping) =>
  grouping === 'zone' ? `&homeZone=${encodeURIComponent(zone ?? 'none')}` : `&enterprise=${id ?? 'none'}`

function Name({ row: { id, name, zone }, grouping }: { row: Row; grouping: CarryGrouping }) {
  const { t } = useTranslation()
  if (grouping === 'zone') return zone ?? t('carry:row.noZone')
  return (
    <>
      {id === null ? t('carry:row.noEnterprise') : name}
      {zone && <span className="block text-sm font-normal text-ink-soft">{zone}</span>}
    </>
  )
}

function By({ grouping }: { grouping: CarryGrouping }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const whole = search.get('rows') === 'all' ? '&rows=all' : ''
  return (
    <nav aria-label={t('carry:by.label')} className="flex flex-wrap gap-x-4 print:hidden">
      {carryGroupings.map((one) => (
        <Link key={one} to={`?by=${one}${whole}`} aria-current={one === grouping ? 'true' : undefined} className={one === grouping ? 'py-2 font-semibold' : 'link py-2'}>
          {t(`carry:by.${one}`)}
        </Link>
      ))}
    </nav>
  )
}
