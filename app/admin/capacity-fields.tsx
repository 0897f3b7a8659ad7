import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FieldProps } from '#app/ui/field.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { Role } from '#workflows/resolution/actor.ts'
import { actsFor } from './person-form.ts'
import { UnitSelect, type UnitChoice } from './unit-select.tsx'

export const capacityFieldNames = ['unit', 'taxCode', 'enterpriseName', 'association'] as const
type Name = (typeof capacityFieldNames)[number]
type Props = { role: Role; field: (name: Name) => FieldProps & { label: string }; units: UnitChoice[]; associations: string[] }

/** Only what the role needs: the role was chosen on the page before, so that this works without scripts. */
export function CapacityFields({ role, field, units, associations }: Props) {
  const { t } = useTranslation()
  switch (actsFor[role]) {
    case 'unit':
      return <UnitSelect {...field('unit')} units={units} />
    case 'enterprise':
      return (
        <>
          <TextInput {...field('taxCode')} hint={t('admin:people.taxCodeHint')} inputMode="numeric" maxLength={30} />
          <TextInput {...field('enterpriseName')} optional hint={t('admin:people.enterpriseHint')} maxLength={300} />
        </>
      )
    case 'association': {
      const association = field('association')
      return (
        <>
          <TextInput {...association} list={`${association.id}-known`} hint={t('admin:people.associationHint')} maxLength={300} />
          <datalist id={`${association.id}-known`}>{associations.map((name) => <option key={name} value={name}>{name}</option>)}</datalist>
        </>
      )
    }
    case 'nobody':
      return null
  }
}
