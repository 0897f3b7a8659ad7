import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { differences } from '#app/admin/differences.ts'
import { subjects } from '#app/admin/subjects.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Button } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { Select } from '#app/ui/choice.tsx'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { adminLog } from '#db/queries/admin-log.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:log.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const { searchParams: search } = new URL(args.request.url)
  const filter = { subject: subjects.find((one) => one === search.get('subject')), subjectId: (search.get('id') ?? '').trim().slice(0, 100) }
  const cursor = /^\d{1,15}$/.test(search.get('cursor') ?? '') ? Number(search.get('cursor')) : null
  const { items, next } = await adminLog(db(), filter, cursor)
  return { filter, next, items: items.map(({ before, after, ...event }) => ({ ...event, differences: differences(before, after) })) }
}

type Item = Awaited<ReturnType<typeof loader>>['items'][number]

export default function Log() {
  const { t } = useTranslation()
  const { filter, items, next } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('admin:log.title')} lead={t('admin:log.lead')} />
      <Form method="get" className="mb-5 flex flex-wrap items-end gap-4">
        <Select id="subject" name="subject" label={t('admin:log.subject')} defaultValue={filter.subject} empty={t('admin:filter.all')} options={subjects.map((value) => ({ value, label: t(`admin:subject.${value}`) }))} />
        <TextInput id="id" name="id" label={t('admin:log.id')} defaultValue={filter.subjectId} />
        <Button type="submit" variant="secondary">{t('admin:filter.apply')}</Button>
      </Form>
      <Card flush>
        {items.length === 0 ? (
          <EmptyState title={t('admin:filter.none')} />
        ) : (
          <Table
            caption={t('admin:log.title')}
            rows={items}
            rowKey={(item) => item.id}
            columns={[
              { label: t('admin:log.at'), heading: true, cell: (item) => <time dateTime={item.at.toISOString()}>{formatDateTime(item.at)}</time> },
              { label: t('admin:log.by'), cell: (item) => item.personName ?? t('admin:log.commandLine') },
              { label: t('admin:log.subject'), cell: (item) => <span>{t(`admin:subject.${item.subject}`)} <code>{item.subjectId}</code></span> },
              { label: t('admin:log.change'), cell: (item) => t(`admin:change.${item.change}`) },
              { label: t('admin:log.differences'), cell: (item) => <Differences of={item} /> },
            ]}
          />
        )}
        <Pagination next={next} />
      </Card>
    </>
  )
}

function Differences({ of }: { of: Item }) {
  const { t } = useTranslation()
  const said = (value: string) => (value === 'true' || value === 'false' ? t(`admin:log.${value}`) : /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value)
  return (
    <ul>
      {of.differences.map(({ field, before, after }) => (
        <li key={field}>
          <span className="text-ink-soft">{t(`admin:field.${field}`)}:</span> {before !== null && <del>{said(before)}</del>} {after !== null && <ins className="no-underline">{said(after)}</ins>}
        </li>
      ))}
    </ul>
  )
}
