import { useTranslation } from '#app/i18n/use-translation.ts'
import { publicFilingForm } from '#app/public-filing/public-filing-form.ts'
import { Checkbox, Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextArea, TextInput } from '#app/ui/text-input.tsx'

const names = ['text', 'name', 'taxCode', 'group', 'contactName', 'contactPhone', 'contactEmail', 'consent'] as const

/** What blocks them comes first, who they are after it; only two fields must be filled in. */
export function FilingForm({ groups, result }: { groups: { value: string; label: string }[]; result?: Partial<FormResult> }) {
  const { t } = useTranslation()
  const labels = Object.fromEntries(names.map((name) => [name, t(`before:publicForm.field.${name}`)])) as Record<(typeof names)[number], string>
  const form = useHouseForm(publicFilingForm, { id: 'filing', labels, result })
  return (
    <HouseForm form={form}>
      <TextArea rows={8} hint={t('before:publicForm.textHint')} {...form.field('text')} />
      <TextInput autoComplete="organization" {...form.field('name')} />
      <TextInput optional inputMode="numeric" autoComplete="off" hint={t('before:publicForm.taxCodeHint')} {...form.field('taxCode')} />
      <Select optional options={groups} empty={t('filing:group.unsure')} {...form.field('group')} />
      <fieldset className="space-y-4 rounded border border-line p-4">
        <legend className="px-1 font-semibold">{t('before:publicForm.contact')}</legend>
        <p className="text-sm text-ink-soft">{t('before:publicForm.contactHint')}</p>
        <TextInput optional autoComplete="name" {...form.field('contactName')} />
        <TextInput optional type="tel" autoComplete="tel" {...form.field('contactPhone')} />
        <TextInput optional type="email" autoComplete="email" {...form.field('contactEmail')} />
        <Checkbox hint={t('before:publicForm.consentHint')} {...form.field('consent')} />
      </fieldset>
      <SubmitButton className="w-full sm:w-auto">{t('before:publicForm.send')}</SubmitButton>
    </HouseForm>
  )
}
