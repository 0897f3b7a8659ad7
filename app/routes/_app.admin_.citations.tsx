import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { AdminTabs } from '#app/admin/admin-tabs.tsx'
import { idIn } from '#app/admin/id-in.ts'
import { labelsOf } from '#app/admin/labels.ts'
import { SaveOrCancel } from '#app/admin/save-or-cancel.tsx'
import { saveCitation } from '#app/admin/save-citation.server.ts'
import { validity } from '#app/admin/validity.ts'
import { VerifiedBadge } from '#app/admin/verified-badge.tsx'
import { citationForm, keepers } from '#app/admin/writing-form.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { DateInput, TextArea, TextInput } from '#app/ui/text-input.tsx'
import { listCitations } from '#db/queries/answer-templates.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'writing:admin.citations.title')

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireActor(args, ...keepers)
  const citations = await listCitations(db())
  return { role, citations, editing: citations.find((one) => one.id === idIn(args.request)) ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...keepers)
  return submit(await readForm(args.request), actor, citationForm, async (tx, citation) => {
    await saveCitation(tx, actor, idIn(args.request), citation)
    return '/admin/citations'
  })
}

export default function Citations() {
  const { t } = useTranslation()
  const { role, citations, editing } = useLoaderData<typeof loader>()
  return (
    <>
      <AdminTabs only={role === 'admin' ? undefined : 'written'} />
      <PageHeader title={t('writing:admin.citations.title')} lead={t('writing:admin.citations.lead')} />
      <div className="space-y-6">
        <Card flush>
          <Table
            caption={t('writing:admin.citations.title')}
            rows={citations}
            rowKey={(one) => one.id}
            columns={[
              { label: t('writing:admin.citations.number'), heading: true, cell: (one) => <a className="link" href={`?id=${one.id}#citation`}>{one.number}</a> },
              { label: t('writing:admin.citations.name'), cell: (one) => <span>{one.title}{one.note && <span className="block text-sm text-ink-soft">{one.note}</span>}</span> },
              { label: t('admin:validity.title'), cell: (one) => <span className="inline-block min-w-28">{validity(t, one)}</span> },
              { label: t('writing:admin.citations.replacedBy'), cell: (one) => one.replacedBy },
              { label: t('admin:verified.title'), cell: (one) => <VerifiedBadge of={one} /> },
            ]}
          />
        </Card>
        <CitationForm key={editing?.id ?? `new-${citations.length}`} />
      </div>
    </>
  )
}

function CitationForm() {
  const { t } = useTranslation()
  const { editing } = useLoaderData<typeof loader>()
  const { title = '', verified, ...rest } = editing ?? {}
  const initial = { ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value ?? '')])), name: title, verified: verified ? 'yes' : '' }
  const own = { number: t('writing:admin.citations.number'), name: t('writing:admin.citations.name'), replacedBy: t('writing:admin.citations.replacedBy'), url: t('writing:admin.citations.url') }
  const labels = { ...labelsOf(t, ['validFrom', 'validTo', 'note', 'verified']), ...own }
  const form = useHouseForm(citationForm, { id: 'citation', labels, initial, result: useActionData<FormResult>() })
  return (
    <Card title={t(editing ? 'writing:admin.citations.edit' : 'writing:admin.citations.add')}>
      <HouseForm form={form} action={editing ? `/admin/citations?id=${editing.id}` : '/admin/citations'}>
        <TextInput {...form.field('number')} hint={t('writing:admin.citations.numberHint')} maxLength={60} />
        <TextInput {...form.field('name')} maxLength={500} />
        <DateInput {...form.field('validFrom')} optional />
        <DateInput {...form.field('validTo')} optional />
        <TextInput {...form.field('replacedBy')} optional maxLength={60} />
        <TextInput {...form.field('url')} optional maxLength={500} />
        <TextArea {...form.field('note')} optional rows={2} maxLength={1000} />
        <Checkbox {...form.field('verified')} />
        <SaveOrCancel editing={editing !== null} list="/admin/citations" />
      </HouseForm>
    </Card>
  )
}
