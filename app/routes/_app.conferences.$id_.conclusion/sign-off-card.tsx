import { useLoaderData } from '@remix-run/react'
import { signOffForm, signOffNames } from '#app/conclusions/conclusion-form.ts'
import type { ConclusionView } from '#app/conclusions/conclusion-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { DateInput, TextInput } from '#app/ui/text-input.tsx'

/** Number, date and signature; from here on the notice stands, and its dates take the place of the policy's. */
export function SignOffCard({ result }: { result: Partial<FormResult> | undefined }) {
  const { t } = useTranslation()
  const { notice, dated, maySignOff, tasks } = useLoaderData<ConclusionView>()
  const labels = Object.fromEntries(signOffNames.map((name) => [name, t(`conclusions:field.${name}`)])) as Record<(typeof signOffNames)[number], string>
  const form = useHouseForm(signOffForm, { id: 'signOff', labels, result })
  if (!maySignOff) return <Card title={t('conclusions:signOff.title')}><p>{t('conclusions:signOff.notYours')}</p></Card>
  return (
    <Card title={t('conclusions:signOff.title')}>
      <HouseForm form={form}>
        <p>{t('conclusions:signOff.lead', { tasks: tasks.length, dated })}</p>
        <input type="hidden" name="intent" value="signOff" readOnly />
        <input type="hidden" name="seen" value={notice!.seen} readOnly />
        <TextInput {...form.field('number')} hint={t('conclusions:hint.number')} size={20} />
        <DateInput {...form.field('issuedOn')} />
        <TextInput {...form.field('authority')} optional hint={t('conclusions:hint.authority')} />
        <TextInput {...form.field('signerPosition')} hint={t('conclusions:hint.signerPosition')} />
        <TextInput {...form.field('signerName')} />
        <SubmitButton>{t('conclusions:signOff.submit')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}
