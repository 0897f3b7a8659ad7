import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { AuditTabs } from '#app/audit/audit-tabs.tsx'
import { Who } from '#app/audit/who.tsx'
import { LogFilters } from '#app/exports/log-filters.tsx'
import { exportLogForm } from '#app/exports/log-form.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { checkForm } from '#app/ui/check-form.ts'
import { formatDateTime, formatNumber } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { readsAllExports, searchExports } from '#db/queries/export-log.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'exports:log.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { searchParams } = new URL(args.request.url)
  const form = new FormData()
  for (const [name, value] of searchParams) form.append(name, value)
  const asked = checkForm(exportLogForm, form)
  const cursor = /^\d{1,15}$/.test(searchParams.get('cursor') ?? '') ? Number(searchParams.get('cursor')) : null
  const page = asked.ok ? await searchExports(db(), actor, asked.data, cursor) : { items: [], next: null }
  return { ...page, all: readsAllExports(actor), audits: actor.role === 'auditor', values: Object.fromEntries(searchParams), errors: asked.ok ? {} : asked.errors }
}

export default function ExportLog() {
  const { t } = useTranslation()
  const { items, next, all, audits, values, errors } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t(all ? 'exports:log.title' : 'exports:log.ownTitle')} lead={t(all ? 'exports:log.lead' : 'exports:log.ownLead')} />
      {audits && <AuditTabs current="exports" />}
      {all && <LogFilters values={values} errors={errors} />}
      <Card flush>
        {items.length === 0 ? <EmptyState title={t('exports:log.none')}>{t('exports:log.noneLead')}</EmptyState> : <Exports />}
        <Pagination next={next} />
      </Card>
    </>
  )
}

function Exports() {
  const { t, i18n } = useTranslation()
  const { items } = useLoaderData<typeof loader>()
  return (
    <Table
      caption={t('exports:log.title')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { label: t('exports:log.at'), heading: true, cell: ({ at }) => <time dateTime={at.toISOString()}>{formatDateTime(at)}</time> },
        { label: t('exports:log.who'), cell: ({ personName, onBehalfOf, role }) => <><Who name={personName} onBehalfOf={onBehalfOf} /> · {t(`common:role.${role}`)}</> },
        { label: t('exports:log.what'), cell: ({ what, path }) => <>{t(`exports:what.${what}`)} <span className="text-sm text-ink-soft wrap-anywhere">{path}</span></> },
        { label: t('exports:log.filter'), cell: ({ filter }) => <span className="text-sm wrap-anywhere">{readable(filter)}</span> },
        { label: t('exports:log.format'), cell: ({ format }) => format.toUpperCase() },
        { label: t('exports:log.rows'), numeric: true, cell: ({ rows }) => (rows === null ? '–' : formatNumber(rows, i18n.language)) },
        { label: t('exports:log.address'), cell: ({ address }) => <span className="wrap-anywhere">{address}</span> },
      ]}
    />
  )
}

const readable = (filter: string) => [...new URLSearchParams(filter)].map(([name, value]) => `${name}=${value}`).join(' · ')
