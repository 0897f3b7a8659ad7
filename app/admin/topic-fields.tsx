import { useTranslation } from '#app/i18n/use-translation.ts'
import { Select } from '#app/ui/choice.tsx'
import type { FieldProps } from '#app/ui/field.tsx'
import { named, type NamedRow } from '#app/ui/named.ts'
import { TextArea, TextInput } from '#app/ui/text-input.tsx'

export const topicFieldNames = ['nameVi', 'nameEn', 'group', 'keywords', 'note'] as const
type Name = (typeof topicFieldNames)[number]
type Props = { field: (name: Name) => FieldProps & { label: string }; groups: (NamedRow & { code: string })[] }

export function TopicFields({ field, groups }: Props) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <TextInput {...field('nameVi')} maxLength={300} />
      <TextInput {...field('nameEn')} maxLength={300} />
      <Select {...field('group')} options={groups.map((group) => ({ value: group.code, label: named(group, i18n.language) }))} />
      <TextArea {...field('keywords')} optional rows={6} hint={t('admin:topics.keywordsHint')} />
      <TextArea {...field('note')} optional rows={3} maxLength={1000} />
    </>
  )
}
