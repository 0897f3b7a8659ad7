import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { validity } from '#app/admin/validity.ts'
import { VerifiedBadge } from '#app/admin/verified-badge.tsx'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { Select } from '#app/ui/choice.tsx'
import { named } from '#app/ui/named.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { listUnits, type UnitScope } from '#db/queries/admin-units.ts'

const scopes = ['current', 'ended', 'unverified', 'all'] as const satisfies UnitScope[]

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:units.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const { searchParams } = new URL(args.request.url)
  const q = (searchParams.get('q') ?? '').slice(0, 200)
  const scope = scopes.find((one) => one === searchParams.get('scope')) ?? 'current'
  return { q, scope, units: await listUnits(db(), q, scope) }
}

export default function Units() {
  const { t, i18n } = useTranslation()
  const { q, scope, units } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('admin:units.title')}
        lead={t('admin:units.lead')}
        actions={<LinkButton to="/admin/units/new">{t('admin:units.add')}</LinkButton>}
      />
      <Form method="get" className="mb-5 flex flex-wrap items-end gap-4">
        <TextInput id="q" name="q" type="search" label={t('admin:filter.search')} defaultValue={q} />
        <Select id="scope" name="scope" label={t('admin:units.scope')} defaultValue={scope} empty={false} options={scopes.map((one) => ({ value: one, label: t(`admin:units.${one}`) }))} />
        <Button type="submit" variant="secondary">{t('admin:filter.apply')}</Button>
      </Form>
      <Card flush>
        {units.length === 0 ? (
          <EmptyState title={t('admin:filter.none')} />
        ) : (
          <Table
            caption={t('admin:units.title')}
            rows={units}
            rowKey={(unit) => unit.code}
            columns={[
              { label: t('admin:units.name'), heading: true, cell: (unit) => <Link to={`/admin/units/${unit.code}`} className="link">{named(unit, i18n.language)}</Link> },
              { label: t('admin:units.code'), cell: (unit) => <code>{unit.code}</code> },
              { label: t('admin:units.kind'), cell: (unit) => t(`admin:unitKind.${unit.kind}`) },
              { label: t('admin:validity.title'), cell: (unit) => <span className="inline-block min-w-28">{validity(t, unit)}</span> },
              { label: t('admin:verified.title'), cell: (unit) => <VerifiedBadge of={unit} /> },
            ]}
          />
        )}
      </Card>
    </>
  )
}
