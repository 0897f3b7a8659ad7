import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { issuedReaders, mayIssue } from '#app/issued/readers.ts'
import { ReportTabs } from '#app/reports/report-tabs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { pageOfIssued } from '#db/queries/issued-figures.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'issued:list.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...issuedReaders)
  const cursor = new URL(args.request.url).searchParams.get('cursor') ?? ''
  const page = await pageOfIssued(db(), /^\d{1,15}$/.test(cursor) ? Number(cursor) : null)
  return { ...page, mayIssue: mayIssue(actor.role) }
}

export default function IssuedReports() {
  const { t } = useTranslation()
  const { items, next, mayIssue } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('issued:list.title')} lead={t('issued:list.lead')} actions={mayIssue && <LinkButton to="/reports/resolution" variant="secondary">{t('issued:list.choose')}</LinkButton>} />
      <ReportTabs />
      <Card flush>
        {items.length === 0 ? (
          <EmptyState title={t('issued:list.none')} action={<LinkButton to="/reports/resolution" variant="secondary">{t('issued:list.choose')}</LinkButton>}>{t(mayIssue ? 'issued:list.noneLead' : 'issued:list.noneYet')}</EmptyState>
        ) : (
          <Table
            caption={t('issued:list.title')} rows={items} rowKey={({ id }) => id}
            columns={[
              { label: t('issued:list.name'), heading: true, cell: ({ id, number, year, title }) => <Link to={`/reports/issued/${id}`} className="link">{`${String(number).padStart(2, '0')}/${year}`} · {title}</Link> },
              { label: t('issued:list.asOf'), cell: ({ asOf }) => formatDateTime(asOf) },
              { label: t('issued:list.by'), cell: ({ personName }) => personName },
              { label: t('issued:list.at'), cell: ({ issuedAt }) => formatDateTime(issuedAt) },
              { label: 'SHA-256', cell: ({ sha256 }) => <code className="text-sm" title={sha256}>{sha256.slice(0, 12)}</code> },
            ]}
          />
        )}
        <Pagination next={next} />
      </Card>
    </>
  )
}
