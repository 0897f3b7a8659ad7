import { useTranslation } from '#app/i18n/use-translation.ts'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextInput } from '#app/ui/text-input.tsx'
import { presentedForm } from './public-filing-form.ts'

/** Code and secret, as they were written down. */
export function PresentedFields({ lead, submit, result }: { lead: string; submit: string; result?: Partial<FormResult> }) {
  const { t } = useTranslation()
  const form = useHouseForm(presentedForm, { id: 'presented', labels: { code: t('filing:filed.code'), secret: t('before:filed.secret') }, result })
  return (
    <>
      <p className="mb-4">{lead}</p>
      <HouseForm form={form}>
        <TextInput autoComplete="off" autoCapitalize="characters" hint={t('before:status.codeHint')} {...form.field('code')} />
        <TextInput autoComplete="off" autoCapitalize="characters" spellCheck={false} hint={t('before:status.secretHint')} {...form.field('secret')} />
        <SubmitButton>{submit}</SubmitButton>
      </HouseForm>
    </>
  )
}
