import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FieldProps } from '#app/ui/field.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

/** On whose word the coordinating office acts for leadership. */
export function Mandate(field: FieldProps & { label: string }) {
  const { t } = useTranslation()
  return <TextInput hint={t('directives:field.mandateHint')} {...field} />
}
