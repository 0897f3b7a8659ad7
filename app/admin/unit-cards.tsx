import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { named, type NamedRow } from '#app/ui/named.ts'
import { Notice } from '#app/ui/notice.tsx'
import { DateInput } from '#app/ui/text-input.tsx'
import { resultOf } from './intent.ts'
import { labelsOf, unitLabels } from './labels.ts'
import { UnitFields } from './unit-fields.tsx'
import { addSuccessorForm, endUnitForm, unitForm } from './unit-form.ts'
import { UnitSelect, type UnitChoice } from './unit-select.tsx'

type Unit = NamedRow & { code: string; kind: string; parent: string | null; validFrom: string | null; validTo: string | null; note: string | null; verified: boolean }
type Loaded = {
  unit: Unit
  units: UnitChoice[]
  successors: (NamedRow & { code: string })[]
  predecessors: (NamedRow & { code: string })[]
  openIssues: number
  people: number
  topics: number
}

const useUnit = () => useLoaderData<Loaded>()
const useResult = (intent: string) => resultOf(useActionData<FormResult>(), intent)

export function EditUnit() {
  const { t } = useTranslation()
  const { unit, units } = useUnit()
  const { nameVi, nameEn, kind, parent, validFrom, validTo, note, verified } = unit
  const initial = {
    nameVi, nameEn, kind, parent: parent ?? '', validFrom: validFrom ?? '', validTo: validTo ?? '', note: note ?? '', verified: verified ? 'yes' : '',
  }
  const form = useHouseForm(unitForm, { id: 'unit', labels: unitLabels(t), initial, result: useResult('edit') })
  return (
    <Card title={t('admin:units.edit')}>
      <HouseForm form={form}>
        <input type="hidden" name="intent" value="edit" />
        <UnitFields field={form.field} units={units} />
        <SubmitButton>{t('admin:save')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}

export function Successors() {
  const { t } = useTranslation()
  const { successors, predecessors, units } = useUnit()
  const labels = labelsOf(t, ['successor'])
  const form = useHouseForm(addSuccessorForm, { id: 'successor', labels, result: useResult('addSuccessor') })
  return (
    <Card title={t('admin:units.successors')}>
      <div className="space-y-5">
        <p className="text-ink-soft">{t('admin:units.successorsHint')}</p>
        {successors.length > 0 && <ul className="divide-y divide-line">{successors.map((unit) => <Successor key={unit.code} unit={unit} />)}</ul>}
        <HouseForm form={form} key={successors.length}>
          <input type="hidden" name="intent" value="addSuccessor" />
          <UnitSelect {...form.field('successor')} units={units} />
          <SubmitButton variant="secondary">{t('admin:units.addSuccessor')}</SubmitButton>
        </HouseForm>
        {predecessors.length > 0 && <Predecessors of={predecessors} />}
      </div>
    </Card>
  )
}

function Successor({ unit }: { unit: NamedRow & { code: string } }) {
  const { t, i18n } = useTranslation()
  const name = named(unit, i18n.language)
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-2">
      <Link to={`/admin/units/${unit.code}`} className="link">{name}</Link>
      <Form method="post">
        <IdempotencyKey of={`remove-${unit.code}`} />
        <input type="hidden" name="intent" value="removeSuccessor" />
        <Button type="submit" variant="secondary" name="successor" value={unit.code} aria-label={t('admin:units.removeSuccessor', { name })}>{t('admin:remove')}</Button>
      </Form>
    </li>
  )
}

function Predecessors({ of }: { of: (NamedRow & { code: string })[] }) {
  const { t, i18n } = useTranslation()
  return (
    <div>
      <h3 className="font-semibold">{t('admin:units.predecessors')}</h3>
      <ul className="mt-1 flex flex-wrap gap-x-5">
        {of.map((unit) => <li key={unit.code}><Link to={`/admin/units/${unit.code}`} className="link inline-block py-1">{named(unit, i18n.language)}</Link></li>)}
      </ul>
    </div>
  )
}

export function EndUnit() {
  const { t } = useTranslation()
  const { units, unit, openIssues, people, topics } = useUnit()
  const labels = labelsOf(t, ['lastDay', 'successor'])
  const form = useHouseForm(endUnitForm, { id: 'end', labels, result: useResult('end') })
  if (unit.validTo) return null
  return (
    <Card title={t('admin:units.end')}>
      <HouseForm form={form}>
        <Notice tone="warn">{t('admin:units.endHint', { issues: openIssues, people, topics })}</Notice>
        <input type="hidden" name="intent" value="end" />
        <DateInput {...form.field('lastDay')} />
        <UnitSelect {...form.field('successor')} optional units={units} />
        <SubmitButton variant="danger">{t('admin:units.end')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}
