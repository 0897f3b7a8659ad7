import { useLoaderData } from '@remix-run/react'
import { wordingForm, wordingNames } from '#app/conclusions/conclusion-form.ts'
import type { ConclusionView } from '#app/conclusions/conclusion-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextArea, TextInput } from '#app/ui/text-input.tsx'
import { LyingThere } from './lying-there.tsx'

/** The words of the draft: letterhead, what it is about, what was concluded, who receives it. */
export function WordingCard({ result }: { result: Partial<FormResult> | undefined }) {
  const { t } = useTranslation()
  const notice = useLoaderData<ConclusionView>().notice!
  const labels = Object.fromEntries(wordingNames.map((name) => [name, t(`conclusions:field.${name}`)])) as Record<(typeof wordingNames)[number], string>
  const initial = Object.fromEntries(wordingNames.map((name) => [name, notice[name] ?? '']))
  const form = useHouseForm(wordingForm, { id: 'wording', labels, initial, result })
  return (
    <Card title={t('conclusions:wording')}>
      <HouseForm form={form}>
        <LyingThere result={result} of={wordingNames.map((name) => [labels[name], notice[name] ?? ''])} />
        <input type="hidden" name="intent" value="wording" readOnly />
        <input type="hidden" name="seen" value={notice.seenWording} readOnly />
        <TextInput {...form.field('issuerAbove')} optional />
        <TextInput {...form.field('issuer')} />
        <TextInput {...form.field('place')} size={20} />
        <TextArea {...form.field('abstract')} rows={2} />
        <TextArea {...form.field('opening')} rows={6} />
        <TextArea {...form.field('conclusion')} rows={8} hint={t('conclusions:hint.conclusion')} />
        <TextArea {...form.field('recipients')} rows={5} hint={t('conclusions:hint.recipients')} />
        <SubmitButton>{t('conclusions:save')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}
