import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { addPerson } from '#app/admin/add-person.server.ts'
import { capacityFieldNames, CapacityFields } from '#app/admin/capacity-fields.tsx'
import { labelsOf } from '#app/admin/labels.ts'
import { OneTimePassword } from '#app/admin/one-time-password.tsx'
import { personFieldNames, PersonFields } from '#app/admin/person-fields.tsx'
import { newPersonForm } from '#app/admin/person-form.ts'
import { RoleChoice } from '#app/admin/role-choice.tsx'
import { db } from '#app/http/database.server.ts'
import { invalidForm, parseForm, readForm } from '#app/http/form.server.ts'
import { orAtField } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { associationNames } from '#db/queries/admin-people.ts'
import { unitChoices } from '#db/queries/admin-units.ts'
import { roles } from '#workflows/resolution/actor.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:people.add')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const role = roles.find((one) => one === new URL(args.request.url).searchParams.get('role'))
  const [units, associations] = await Promise.all([unitChoices(db()), associationNames(db())])
  return { role, units, associations }
}

/** Not under the form's key like others: what is kept for a key would keep the password. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  const form = await readForm(args.request)
  const parsed = await parseForm(form, newPersonForm)
  if (!parsed.ok) return invalidForm(parsed)
  return orAtField(form, async () => ({ added: await addPerson(db(), actor, parsed.data), email: parsed.data.email }))
}

export default function NewPerson() {
  const { t } = useTranslation()
  const { role } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const crumbs = [{ label: t('admin:people.title'), to: '/admin/people' }]
  return (
    <>
      <PageHeader title={t('admin:people.add')} crumbs={role ? [...crumbs, { label: t('admin:people.chooseRole'), to: '/admin/people/new' }] : crumbs} lead={role && t(`common:role.${role}`)} />
      {result && 'added' in result ? (
        <OneTimePassword password={result.added.password} email={result.email} person={result.added.id} />
      ) : role ? (
        <PersonForm result={result as FormResult | undefined} />
      ) : (
        <RoleChoice />
      )}
    </>
  )
}

function PersonForm({ result }: { result: FormResult | undefined }) {
  const { t } = useTranslation()
  const { role, units, associations } = useLoaderData<typeof loader>()
  const labels = labelsOf(t, [...personFieldNames, ...capacityFieldNames])
  const form = useHouseForm(newPersonForm, { id: 'person', labels, initial: { locale: 'vi' }, result })
  if (!role) return null
  return (
    <Card>
      <HouseForm form={form}>
        <input type="hidden" name="role" value={role} />
        <PersonFields field={form.field} />
        <CapacityFields role={role} field={form.field} units={units} associations={associations} />
        <SubmitButton>{t('admin:people.add')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}
