import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import type { Translate } from '#app/i18n/instance.ts'
import { titled } from '#app/i18n/title.ts'
import { AuditFilters } from '#app/audit/audit-filters.tsx'
import { AuditTabs } from '#app/audit/audit-tabs.tsx'
import { NotesChain } from '#app/audit/notes-chain.tsx'
import { readAudit } from '#app/audit/read-audit.server.ts'
import { Who } from '#app/audit/who.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { unitChoices } from '#db/queries/admin-units.ts'
import { searchEvents } from '#db/queries/audit-log.ts'
import { verifyChain } from '#db/queries/verify-chain.ts'
import { verifyNotes } from '#db/queries/verify-notes.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'audit:title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'auditor')
  const { asked, cursor, issue, ...shown } = await readAudit(db(), actor, new URL(args.request.url))
  const [page, units, chain, notes] = await Promise.all([
    asked.ok ? searchEvents(db(), actor, asked.data, cursor) : { items: [], next: null },
    unitChoices(db()),
    issue === undefined ? undefined : verifyChain(db(), issue),
    issue === undefined ? undefined : verifyNotes(db(), issue),
  ])
  return { ...page, ...shown, units, chain, notes }
}

export default function Audit() {
  const { t } = useTranslation()
  const { items, next, chain, notes, units, values, errors } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('audit:title')} lead={t('audit:lead')} />
      <AuditTabs current="moves" />
      <AuditFilters units={units} values={values} errors={errors} />
      {chain && (
        <div className="mb-5">
          {chain.ok
            ? <Notice tone="good" title={t('audit:chain.whole', { count: chain.events })}>{t('audit:chain.meaning')}</Notice>
            : <Notice tone="bad" alert title={t('audit:chain.broken', { seq: chain.seq })}>{t(`audit:chain.${chain.because}`)}</Notice>}
        </div>
      )}
      <NotesChain chain={notes} />
      <Card flush>
        {items.length === 0 ? <EmptyState title={t('audit:none')} /> : <Events />}
        <Pagination next={next} />
      </Card>
    </>
  )
}

const statesOf = (t: Translate, { from, to }: { from: string | null; to: string }) =>
  from === null || from === to ? t(`issues:state.${to}`) : t('audit:fromTo', { from: t(`issues:state.${from}`), to: t(`issues:state.${to}`) })

function Events() {
  const { t } = useTranslation()
  const { items } = useLoaderData<typeof loader>()
  return (
    <Table
      caption={t('audit:title')}
      rows={items}
      rowKey={(event) => event.id}
      columns={[
        { label: t('audit:at'), heading: true, cell: (event) => <time dateTime={event.at.toISOString()}>{formatDateTime(event.at)}</time> },
        { label: t('audit:field.code'), cell: (event) => <Link to={`/issues/${event.code}`} className="link whitespace-nowrap">{event.code}</Link> },
        { label: t('audit:field.move'), cell: (event) => t(`moves:done.${event.move}`) },
        { label: t('audit:states'), cell: (event) => statesOf(t, event) },
        { label: t('audit:by'), cell: ({ personName, onBehalfOf }) => <Who name={personName} onBehalfOf={onBehalfOf} /> },
        { label: t('audit:field.unit'), cell: (event) => event.unitName },
        { label: t('audit:note'), cell: (event) => event.note },
      ]}
    />
  )
}
