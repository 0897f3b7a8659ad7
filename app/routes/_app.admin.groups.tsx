import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { groupForm } from '#app/admin/group-form.ts'
import { labelsOf } from '#app/admin/labels.ts'
import { SaveOrCancel } from '#app/admin/save-or-cancel.tsx'
import { saveGroup } from '#app/admin/save-group.server.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { listGroups } from '#db/queries/admin-catalogue.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:groups.title')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const groups = await listGroups(db())
  const code = new URL(args.request.url).searchParams.get('code')
  return { groups, editing: groups.find((group) => group.code === code) ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  return submit(await readForm(args.request), actor, groupForm, async (tx, group) => {
    await saveGroup(tx, actor, group)
    return '/admin/groups'
  })
}

export default function Groups() {
  const { t } = useTranslation()
  const { groups, editing } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('admin:groups.title')} lead={t('admin:groups.lead')} />
      <div className="space-y-6">
        <Card flush>
          <Table
            caption={t('admin:groups.title')}
            rows={groups}
            rowKey={(group) => group.code}
            columns={[
              { label: t('admin:field.nameVi'), heading: true, cell: (group) => <Link to={`?code=${group.code}#group`} className="link">{group.nameVi}</Link> },
              { label: t('admin:field.nameEn'), cell: (group) => group.nameEn },
              { label: t('admin:field.code'), cell: (group) => <code>{group.code}</code> },
              { label: t('admin:topics.title'), numeric: true, cell: (group) => group.topics },
            ]}
          />
        </Card>
        <GroupForm key={editing?.code ?? `new-${groups.length}`} />
      </div>
    </>
  )
}

function GroupForm() {
  const { t } = useTranslation()
  const { editing } = useLoaderData<typeof loader>()
  const initial = { code: editing?.code ?? '', nameVi: editing?.nameVi ?? '', nameEn: editing?.nameEn ?? '' }
  const form = useHouseForm(groupForm, { id: 'group', labels: labelsOf(t, ['code', 'nameVi', 'nameEn']), initial, result: useActionData<FormResult>() })
  return (
    <Card title={t(editing ? 'admin:groups.edit' : 'admin:groups.add')}>
      <HouseForm form={form} action="/admin/groups">
        <TextInput {...form.field('code')} readOnly={editing !== null} hint={t('admin:topics.codeHint')} maxLength={60} autoCapitalize="none" />
        <TextInput {...form.field('nameVi')} maxLength={300} />
        <TextInput {...form.field('nameEn')} maxLength={300} />
        <SaveOrCancel editing={editing !== null} list="/admin/groups" />
      </HouseForm>
    </Card>
  )
}
