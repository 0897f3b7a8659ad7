import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { minutesForm, minutesNames } from '#app/documents/minutes-form.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextInput } from '#app/ui/text-input.tsx'
import type { loader } from './route.tsx'

/** When, where and under whom: a form for those who keep the minutes, plain facts for those who read them. */
export function Facts({ result }: { result: Partial<FormResult> | undefined }) {
  const { t } = useTranslation()
  const { facts, mayWrite, saved } = useLoaderData<typeof loader>()
  const labels = Object.fromEntries(minutesNames.map((name) => [name, t(`documents:page.field.${name}`)])) as Record<(typeof minutesNames)[number], string>
  const form = useHouseForm(minutesForm, { id: 'minutes', labels, initial: facts, result })
  if (!mayWrite) {
    return (
      <Card title={t('documents:page.facts')}>
        <DefinitionList items={minutesNames.map((name) => ({ term: labels[name], value: facts[name] || '–' }))} />
      </Card>
    )
  }
  return (
    <Card title={t('documents:page.facts')}>
      {saved && !result && <p role="status" className="mb-4 font-semibold text-good">{t('documents:page.saved')}</p>}
      <HouseForm form={form}>
        <div className="grid gap-6 sm:grid-cols-2">
          <TextInput optional size={8} autoComplete="off" hint={t('documents:page.timeHint')} {...form.field('openedAt')} />
          <TextInput optional size={8} autoComplete="off" hint={t('documents:page.timeHint')} {...form.field('closedAt')} />
        </div>
        <TextInput optional {...form.field('venue')} />
        <TextInput optional {...form.field('chair')} />
        <TextInput optional {...form.field('minuteTaker')} />
        <SubmitButton>{t('documents:page.save')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}
