import { useTranslation } from '#app/i18n/use-translation.ts'
import { Select } from '#app/ui/choice.tsx'
import type { FieldProps, Labelled } from '#app/ui/field.tsx'
import { named } from '#app/ui/named.ts'

export type UnitChoice = { code: string; nameVi: string; nameEn: string; ended: boolean }

type Props = Labelled & FieldProps & { units: UnitChoice[]; empty?: string }

/** Units in force first; those that have ended stand apart, because old topics and issues may still name them. */
export function UnitSelect({ units, ...field }: Props) {
  const { t, i18n } = useTranslation()
  const options = (ended: boolean) =>
    units.filter((unit) => unit.ended === ended).map((unit) => ({ value: unit.code, label: `${named(unit, i18n.language)} (${unit.code})` }))
  return (
    <Select
      {...field}
      options={[
        { label: t('admin:units.current'), options: options(false) },
        { label: t('admin:units.ended'), options: options(true) },
      ].filter((group) => group.options.length > 0)}
    />
  )
}
