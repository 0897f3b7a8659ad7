import { useTranslation } from '#app/i18n/use-translation.ts'
import { Select } from '#app/ui/choice.tsx'
import type { FieldProps } from '#app/ui/field.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

export const personFieldNames = ['name', 'email', 'locale'] as const
type Name = (typeof personFieldNames)[number]

export function PersonFields({ field }: { field: (name: Name) => FieldProps & { label: string } }) {
  const { t } = useTranslation()
  const languages = (['vi', 'en'] as const).map((value) => ({ value, label: t(`common:language.${value}`) }))
  return (
    <>
      <TextInput {...field('name')} maxLength={200} autoComplete="off" />
      <TextInput type="email" {...field('email')} maxLength={320} autoComplete="off" />
      <Select {...field('locale')} empty={false} options={languages} />
    </>
  )
}
