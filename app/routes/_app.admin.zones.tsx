import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { idIn } from '#app/admin/id-in.ts'
import { labelsOf } from '#app/admin/labels.ts'
import { SaveOrCancel } from '#app/admin/save-or-cancel.tsx'
import { saveZone } from '#app/admin/save-zone.server.ts'
import { zoneForm, zoneKinds, zoneStatuses } from '#app/admin/zone-form.ts'
import { VerifiedBadge } from '#app/admin/verified-badge.tsx'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, Select } from '#app/ui/choice.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { listZones } from '#db/queries/admin-catalogue.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:zones.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const zones = await listZones(db())
  return { zones, editing: zones.find((zone) => zone.id === idIn(args.request)) ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  return submit(await readForm(args.request), actor, zoneForm, async (tx, zone) => {
    await saveZone(tx, actor, idIn(args.request), zone)
    return '/admin/zones'
  })
}

export default function Zones() {
  const { t } = useTranslation()
  const { zones, editing } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('admin:zones.title')} lead={t('admin:zones.lead')} />
      <div className="space-y-6">
        <ZoneForm key={editing?.id ?? `new-${zones.length}`} />
        <Card flush>
          <Table
            caption={t('admin:zones.title')}
            rows={zones}
            rowKey={(zone) => zone.id}
            columns={[
              { label: t('admin:zones.name'), heading: true, cell: (zone) => <Link to={`?id=${zone.id}#zone`} className="link">{zone.name}</Link> },
              { label: t('admin:field.kind'), cell: (zone) => t(`admin:zoneKind.${zone.kind}`) },
              { label: t('admin:field.district'), cell: (zone) => zone.district },
              { label: t('admin:field.status'), cell: (zone) => zone.status && t(`admin:zoneStatus.${zone.status}`) },
              { label: t('admin:verified.title'), cell: (zone) => <VerifiedBadge of={zone} /> },
            ]}
          />
        </Card>
      </div>
    </>
  )
}

function ZoneForm() {
  const { t } = useTranslation()
  const { editing } = useLoaderData<typeof loader>()
  const initial = {
    name: editing?.name ?? '', kind: editing?.kind ?? '', district: editing?.district ?? '', status: editing?.status ?? '', verified: editing?.verified ? 'yes' : '',
  }
  const labels = { ...labelsOf(t, ['kind', 'district', 'status', 'verified']), name: t('admin:zones.name') }
  const form = useHouseForm(zoneForm, { id: 'zone', labels, initial, result: useActionData<FormResult>() })
  return (
    <Card title={t(editing ? 'admin:zones.edit' : 'admin:zones.add')}>
      <HouseForm form={form} action={editing ? `/admin/zones?id=${editing.id}` : '/admin/zones'}>
        <TextInput {...form.field('name')} maxLength={300} />
        <Select {...form.field('kind')} options={zoneKinds.map((value) => ({ value, label: t(`admin:zoneKind.${value}`) }))} />
        <TextInput {...form.field('district')} optional maxLength={200} />
        <Select {...form.field('status')} options={zoneStatuses.map((value) => ({ value, label: t(`admin:zoneStatus.${value}`) }))} />
        <Checkbox {...form.field('verified')} />
        <SaveOrCancel editing={editing !== null} list="/admin/zones" />
      </HouseForm>
    </Card>
  )
}
