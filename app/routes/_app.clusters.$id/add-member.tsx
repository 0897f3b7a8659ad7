import { memberCode } from '#app/clusters/together-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextInput } from '#app/ui/text-input.tsx'

export function AddMember({ result }: { result?: Partial<FormResult> }) {
  const { t } = useTranslation()
  const form = useHouseForm(memberCode, { id: 'add', labels: { code: t('clusters:add.code') }, result })
  return (
    <Card title={t('clusters:add.title')}>
      <HouseForm form={form}>
        <TextInput size={14} autoComplete="off" {...form.field('code')} />
        <SubmitButton variant="secondary">{t('clusters:add.submit')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}
