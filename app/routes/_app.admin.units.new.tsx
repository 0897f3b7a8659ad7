import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { addUnit } from '#app/admin/add-unit.server.ts'
import { unitLabels } from '#app/admin/labels.ts'
import { UnitFields } from '#app/admin/unit-fields.tsx'
import { newUnitForm } from '#app/admin/unit-form.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { unitChoices } from '#db/queries/admin-units.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:units.add')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  return { units: await unitChoices(db()) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  const form = await readForm(args.request)
  return submit(form, actor, newUnitForm, async (tx, unit) => `/admin/units/${await addUnit(tx, actor, unit)}`)
}

export default function NewUnit() {
  const { t } = useTranslation()
  const { units } = useLoaderData<typeof loader>()
  const labels = { code: t('admin:units.code'), ...unitLabels(t) }
  const form = useHouseForm(newUnitForm, { id: 'unit', labels, result: useActionData<typeof action>() })
  return (
    <>
      <PageHeader title={t('admin:units.add')} crumbs={[{ label: t('admin:units.title'), to: '/admin/units' }]} />
      <Card>
        <HouseForm form={form}>
          <TextInput {...form.field('code')} hint={t('admin:units.codeHint')} maxLength={30} autoCapitalize="characters" />
          <UnitFields field={form.field} units={units} />
          <SubmitButton>{t('admin:units.add')}</SubmitButton>
        </HouseForm>
      </Card>
    </>
  )
}
