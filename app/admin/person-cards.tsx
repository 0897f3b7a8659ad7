import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { Select } from '#app/ui/choice.tsx'
import { roles, type Role } from '#workflows/resolution/actor.ts'
import { CapacityFields, capacityFieldNames } from './capacity-fields.tsx'
import { resultOf } from './intent.ts'
import { labelsOf } from './labels.ts'
import { PersonFields, personFieldNames } from './person-fields.tsx'
import { personForm, roleForm } from './person-form.ts'
import type { UnitChoice } from './unit-select.tsx'

type Loaded = {
  person: {
    id: number; name: string; email: string; locale: string; disabledAt: Date | null; role: Role | null; unit: string | null
    taxCode: string | null; enterpriseName: string | null; association: string | null
  }
  role: Role | undefined
  units: UnitChoice[]
  associations: string[]
}

const useResult = (intent: string) => resultOf(useActionData<FormResult>(), intent)

export function EditPerson() {
  const { t } = useTranslation()
  const { name, email, locale } = useLoaderData<Loaded>().person
  const form = useHouseForm(personForm, { id: 'person', labels: labelsOf(t, personFieldNames), initial: { name, email, locale }, result: useResult('person') })
  return (
    <Card title={t('admin:people.edit')}>
      <HouseForm form={form}>
        <input type="hidden" name="intent" value="person" />
        <PersonFields field={form.field} />
        <SubmitButton>{t('admin:save')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}

/** The role is chosen first, with a page load, and then what it needs: so it also works without scripts. */
export function EditRole() {
  const { t } = useTranslation()
  const { person, role: chosen } = useLoaderData<Loaded>()
  const role = chosen ?? person.role ?? 'auditor'
  return (
    <Card title={t('admin:people.role')}>
      <p className="mb-5 text-ink-soft">{t('admin:people.roleHint')}</p>
      <Form method="get" className="mb-6 flex flex-wrap items-end gap-4" preventScrollReset>
        <Select id="role" name="role" label={t('admin:field.role')} defaultValue={role} key={role} empty={false} options={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))} />
        <Button type="submit" variant="secondary">{t('admin:people.otherRole')}</Button>
      </Form>
      <RoleForm key={role} role={role} />
    </Card>
  )
}

function RoleForm({ role }: { role: Role }) {
  const { t } = useTranslation()
  const { person, units, associations } = useLoaderData<Loaded>()
  const initial = {
    unit: person.unit ?? '', taxCode: person.taxCode ?? '', enterpriseName: person.enterpriseName ?? '', association: person.association ?? '',
  }
  const form = useHouseForm(roleForm, { id: 'role-form', labels: labelsOf(t, capacityFieldNames), initial, result: useResult('role') })
  return (
    <HouseForm form={form}>
      <input type="hidden" name="intent" value="role" />
      <input type="hidden" name="role" value={role} />
      <CapacityFields role={role} field={form.field} units={units} associations={associations} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t('admin:people.saveRole', { role: t(`common:role.${role}`) })}</SubmitButton>
        <SubmitButton name="further" value="yes" variant="secondary">{t('admin:people.addRole')}</SubmitButton>
        {role !== person.role && <LinkButton variant="quiet" to={`/admin/people/${person.id}`}>{t('common:form.cancel')}</LinkButton>}
      </div>
    </HouseForm>
  )
}

export function Status() {
  const { t } = useTranslation()
  const { person } = useLoaderData<Loaded>()
  return (
    <Card title={t('admin:people.access')}>
      <p className="mb-5 text-ink-soft">{t('admin:people.accessHint')}</p>
      <div className="flex flex-wrap gap-4">
        <Do intent="resetPassword" variant="secondary" label={t('admin:people.resetPassword')} />
        {person.disabledAt ? <Do intent="enable" label={t('admin:people.enable')} /> : <Do intent="disable" variant="danger" label={t('admin:people.disable')} />}
      </div>
    </Card>
  )
}

function Do({ intent, label, variant }: { intent: string; label: string; variant?: 'secondary' | 'danger' }) {
  return (
    <Form method="post">
      <IdempotencyKey of={intent} />
      <SubmitButton name="intent" value={intent} variant={variant}>{label}</SubmitButton>
    </Form>
  )
}
