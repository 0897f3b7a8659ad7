import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { Select } from '#app/ui/choice.tsx'
import { Email } from '#app/ui/email.tsx'
import { named } from '#app/ui/named.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { listPeople } from '#db/queries/admin-people.ts'
import { roles } from '#workflows/resolution/actor.ts'

const statuses = ['active', 'disabled'] as const

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:people.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const { searchParams: search } = new URL(args.request.url)
  const filter = {
    q: (search.get('q') ?? '').trim().slice(0, 200),
    role: roles.find((one) => one === search.get('role')),
    status: statuses.find((one) => one === search.get('status')),
  }
  const cursor = /^\d{1,15}$/.test(search.get('cursor') ?? '') ? Number(search.get('cursor')) : null
  return { filter, ...(await listPeople(db(), filter, cursor)) }
}

export default function People() {
  const { t, i18n } = useTranslation()
  const { items, next } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('admin:people.title')}
        lead={t('admin:people.lead')}
        actions={<LinkButton to="/admin/people/new">{t('admin:people.add')}</LinkButton>}
      />
      <Filters />
      <Card flush>
        {items.length === 0 ? (
          <EmptyState title={t('admin:filter.none')} />
        ) : (
          <Table
            caption={t('admin:people.title')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { label: t('admin:field.name'), heading: true, cell: (row) => <Link to={`/admin/people/${row.id}`} className="link">{row.name}</Link> },
              { label: t('admin:field.email'), cell: (row) => <Email of={row.email} /> },
              { label: t('admin:field.role'), cell: (row) => row.role && t(`common:role.${row.role}`) },
              { label: t('admin:people.actsFor'), cell: (row) => (row.unitVi ? named({ nameVi: row.unitVi, nameEn: row.unitEn ?? '' }, i18n.language) : (row.enterprise ?? row.association)) },
              { label: t('admin:people.status'), cell: (row) => <Badge tone={row.disabledAt ? 'bad' : 'good'}>{t(row.disabledAt ? 'admin:people.disabled' : 'admin:people.active')}</Badge> },
            ]}
          />
        )}
        <Pagination next={next} />
      </Card>
    </>
  )
}

function Filters() {
  const { t } = useTranslation()
  const { filter } = useLoaderData<typeof loader>()
  return (
    <Form method="get" className="mb-5 flex flex-wrap items-end gap-4">
      <TextInput id="q" name="q" type="search" label={t('admin:filter.search')} defaultValue={filter.q} />
      <Select id="role" name="role" label={t('admin:field.role')} defaultValue={filter.role} empty={t('admin:filter.all')} options={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))} />
      <Select id="status" name="status" label={t('admin:people.status')} defaultValue={filter.status} empty={t('admin:filter.all')} options={statuses.map((value) => ({ value, label: t(`admin:people.${value}`) }))} />
      <Button type="submit" variant="secondary">{t('admin:filter.apply')}</Button>
    </Form>
  )
}
