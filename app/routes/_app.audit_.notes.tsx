import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { AuditFilters } from '#app/audit/audit-filters.tsx'
import { AuditTabs } from '#app/audit/audit-tabs.tsx'
import { NotesChain } from '#app/audit/notes-chain.tsx'
import { readAudit } from '#app/audit/read-audit.server.ts'
import { Who } from '#app/audit/who.tsx'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { unitChoices } from '#db/queries/admin-units.ts'
import { searchNotes } from '#db/queries/audit-log.ts'
import { verifyNotes } from '#db/queries/verify-notes.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'audit:notes.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'auditor')
  const { asked, cursor, issue, ...shown } = await readAudit(db(), actor, new URL(args.request.url))
  const [page, units, chain] = await Promise.all([
    asked.ok ? searchNotes(db(), actor, asked.data, cursor) : { items: [], next: null },
    unitChoices(db()),
    issue === undefined ? undefined : verifyNotes(db(), issue),
  ])
  return { ...page, ...shown, units, chain }
}

export default function AuditNotes() {
  const { t } = useTranslation()
  const { items, next, chain, units, values, errors } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('audit:notes.title')} lead={t('audit:notes.lead')} />
      <AuditTabs current="notes" />
      <AuditFilters units={units} values={values} errors={errors} of="notes" />
      <NotesChain chain={chain} />
      <Card flush>
        {items.length === 0 ? <EmptyState title={t('audit:notes.none')} /> : <Notes />}
        <Pagination next={next} />
      </Card>
    </>
  )
}

function Notes() {
  const { t } = useTranslation()
  const { items } = useLoaderData<typeof loader>()
  return (
    <Table
      caption={t('audit:notes.title')}
      rows={items}
      rowKey={(note) => note.id}
      columns={[
        { label: t('audit:at'), heading: true, cell: ({ at }) => <time dateTime={at.toISOString()}>{formatDateTime(at)}</time> },
        { label: t('audit:field.code'), cell: ({ code }) => <Link to={`/issues/${code}`} className="link whitespace-nowrap">{code}</Link> },
        { label: t('audit:by'), cell: ({ author, onBehalfOf }) => <Who name={author} onBehalfOf={onBehalfOf} /> },
        { label: t('audit:field.unit'), cell: ({ unitName }) => unitName },
        { label: t('audit:notes.text'), cell: ({ text }) => <span className="wrap-anywhere whitespace-pre-line">{text}</span> },
        { label: t('audit:notes.hash'), cell: ({ hash }) => (hash ? <code className="text-sm wrap-anywhere" title={hash}>{hash.slice(0, 16)}</code> : t('audit:notes.noHash')) },
      ]}
    />
  )
}
