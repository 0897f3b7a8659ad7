import { useTranslation } from '#app/i18n/use-translation.ts'
import { Checkbox, Select } from '#app/ui/choice.tsx'
import type { FieldProps } from '#app/ui/field.tsx'
import { DateInput, TextArea, TextInput } from '#app/ui/text-input.tsx'
import { unitKinds } from './unit-form.ts'
import { UnitSelect, type UnitChoice } from './unit-select.tsx'

export const unitFieldNames = ['nameVi', 'nameEn', 'kind', 'parent', 'validFrom', 'validTo', 'note', 'verified'] as const
type Name = (typeof unitFieldNames)[number]

/** What a new unit and a known one have in common. */
export function UnitFields({ field, units }: { field: (name: Name) => FieldProps & { label: string }; units: UnitChoice[] }) {
  const { t } = useTranslation()
  const kinds = unitKinds.map((kind) => ({ value: kind, label: t(`admin:unitKind.${kind}`) }))
  return (
    <>
      <TextInput {...field('nameVi')} maxLength={300} />
      <TextInput {...field('nameEn')} maxLength={300} />
      <Select {...field('kind')} options={kinds} />
      <UnitSelect {...field('parent')} optional units={units} hint={t('admin:units.parentHint')} />
      <div className="flex flex-wrap gap-6">
        <DateInput {...field('validFrom')} optional />
        <DateInput {...field('validTo')} optional />
      </div>
      <TextArea {...field('note')} optional rows={3} maxLength={1000} />
      <Checkbox {...field('verified')} hint={t('admin:units.verifiedHint')} />
    </>
  )
}
