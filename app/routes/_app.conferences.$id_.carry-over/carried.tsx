import { Form, Link } from '@remix-run/react'
import type { CarrySheet } from '#app/conferences/carry-over-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { IdempotencyKey } from '#app/ui/form.tsx'
import { formatDate } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/issue-table.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { Promises } from './promises.tsx'

type Row = CarrySheet['carried']['items'][number]
type Props = { sheet: CarrySheet; here: string; mayDecide: boolean }

function useColumns(today: string): Column<Row>[] {
  const { t } = useTranslation()
  return [
    { label: t('carry:field.code'), heading: true, cell: ({ code, text }) => <><a href={`/issues/${code}`} className="issue-link">{code}</a>{text}</> },
    { label: t('carry:field.where'), cell: ({ enterprise, zone }) => [enterprise ?? t('carry:row.noEnterprise'), zone].filter(Boolean).join(' · ') },
    { label: t('carry:field.leadUnit'), cell: ({ leadUnit }) => leadUnit ?? t('carry:noLead') },
    { label: t('carry:field.first'), cell: ({ first }) => <Link className="link numbers whitespace-nowrap" to={`/conferences/${first.id}`} title={first.title}>{formatDate(first.heldOn)}</Link> },
    { label: t('carry:field.sessions'), numeric: true, cell: ({ sessions }) => sessions },
    { label: t('carry:field.promises'), cell: ({ promises }) => <Promises promises={promises} today={today} /> },
    { label: t('carry:field.state'), cell: ({ state }) => <StateBadge state={state} /> },
  ]
}

/** What the conference takes up again: what was promised of it, and for how many conferences it has been waiting. */
export function Carried({ sheet: { carried, figures, today }, here, mayDecide }: Props) {
  const { t } = useTranslation()
  const columns = useColumns(today)
  const decide: Column<Row> = {
    label: t('carry:field.decide'),
    cell: ({ code }) => <a className="link inline-block py-2 print:hidden" href={`${here}?leaveOut=${code}`} aria-label={`${t('carry:leaveOut.link')}: ${code}`}>{t('carry:leaveOut.link')}</a>,
  }
  const title = t('carry:issues.title', { count: figures.total.carried })
  return (
    <Card title={title} flush>
      {carried.items.length > 0 ? (
        <Table caption={title} columns={mayDecide ? [...columns, decide] : columns} rows={carried.items} rowKey={({ code }) => code} />
      ) : (
        <EmptyState title={t('carry:issues.none')}>{t('carry:issues.noneLead')}</EmptyState>
      )}
      <Pagination next={carried.next} />
    </Card>
  )
}

export function LeftOut({ sheet: { leftOut, today }, here, mayDecide }: Props) {
  const { t } = useTranslation()
  const title = t('carry:leftOutList.title', { count: leftOut.length })
  const columns: Column<Row>[] = [
    ...useColumns(today).slice(0, 5),
    { label: t('carry:field.reason'), cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span> },
    { label: t('carry:field.by'), cell: ({ leftOutBy }) => leftOutBy },
  ]
  const again: Column<Row> = {
    label: t('carry:field.decide'),
    cell: ({ code }) => (
      <Form method="post" action={here} className="print:hidden">
        <IdempotencyKey of={`takeUp.${code}`} />
        <input type="hidden" name="intent" value="takeUp" readOnly />
        <input type="hidden" name="code" value={code} readOnly />
        <Button type="submit" variant="secondary" aria-label={t('carry:takeUpOf', { code })}>{t('carry:takeUp')}</Button>
      </Form>
    ),
  }
  return (
    <Card title={title} flush>
      <Table caption={title} columns={mayDecide ? [...columns, again] : columns} rows={leftOut} rowKey={({ code }) => code} />
    </Card>
  )
}
