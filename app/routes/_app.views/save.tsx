import { resultOf } from '#app/admin/intent.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextInput } from '#app/ui/text-input.tsx'
import { saveSchema } from '#app/views/view-form.ts'

export function Save({ address, shares, result }: { address: string; shares: string[]; result?: FormResult }) {
  const { t } = useTranslation()
  const labels = { name: t('views:field.name'), share: t('views:field.share'), address: t('views:field.address') }
  const form = useHouseForm(saveSchema, { id: 'save', labels, result: resultOf(result, 'save'), initial: { share: 'nobody' } })
  return (
    <Card title={t('views:save.title')}>
      <div className="max-w-xl">
        <HouseForm form={form}>
          <p className="text-ink-soft">{t('views:save.about')} <a className="link" href={address}>{t('views:save.see')}</a></p>
          <input type="hidden" name="intent" value="save" readOnly />
          <input type="hidden" name="address" value={address} readOnly />
          <TextInput maxLength={80} hint={t('views:field.nameHint')} {...form.field('name')} />
          <Select empty={false} hint={t('views:field.shareHint')} options={shares.map((value) => ({ value, label: t(`views:share.${value}`) }))} {...form.field('share')} />
          <SubmitButton>{t('views:save.submit')}</SubmitButton>
        </HouseForm>
      </div>
    </Card>
  )
}
