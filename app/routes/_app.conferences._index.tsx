import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { conferencesWithFigures } from '#db/queries/conferences.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'conferences:list.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary', 'leader', 'auditor')
  const cursor = new URL(args.request.url).searchParams.get('cursor') ?? undefined
  const page = await conferencesWithFigures(db(), actor, { limit: 25, cursor })
  return { ...page, mayOpen: actor.role === 'coordinator' || actor.role === 'secretary' }
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['items'][number]

export default function Conferences() {
  const { t } = useTranslation()
  const { items, next, mayOpen } = useLoaderData<typeof loader>()
  const columns: Column<Row>[] = [
    { label: t('conferences:list.conference'), heading: true, cell: ({ id, title }) => <Link to={`/conferences/${id}`} className="link font-semibold">{title}</Link> },
    { label: t('conferences:field.heldOn'), cell: ({ heldOn }) => <span className="numbers">{formatDate(heldOn)}</span> },
    { label: t('conferences:figure.received'), numeric: true, cell: ({ id, figures }) => <Link to={`/issues?conference=${id}`} className="link">{figures.received}</Link> },
    { label: t('conferences:figure.waiting'), numeric: true, cell: ({ id, figures }) => <Link to={`/issues?conference=${id}&state=received`} className="link">{figures.waiting}</Link> },
    { label: t('conferences:figure.answered'), numeric: true, cell: ({ id, figures }) => <Link to={`/issues?conference=${id}&box=answered`} className="link">{figures.answered}</Link> },
    { label: t('conferences:figure.overdue'), numeric: true, cell: ({ id, figures }) => <Link to={`/issues?conference=${id}&box=openOverdue`} className="link">{figures.overdue}</Link> },
  ]
  const open = mayOpen && <LinkButton to="/conferences/new">{t('conferences:new.title')}</LinkButton>
  return (
    <>
      <PageHeader title={t('conferences:list.title')} actions={open} />
      <Card flush>
        {items.length > 0 ? (
          <Table caption={t('conferences:list.title')} columns={columns} rows={items} rowKey={({ id }) => id} />
        ) : (
          <EmptyState title={t('conferences:list.none')} action={open}>{t('conferences:list.noneLead')}</EmptyState>
        )}
        <Pagination next={next} />
      </Card>
    </>
  )
}
