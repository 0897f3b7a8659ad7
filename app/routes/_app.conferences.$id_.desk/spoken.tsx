import { spokenAnswerForm, spokenPromiseForm } from '#app/conferences/desk-forms.ts'
import type { DeskView } from '#app/conferences/desk-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { DateInput, TextArea, TextInput } from '#app/ui/text-input.tsx'

type Props = { about: NonNullable<DeskView['asked']>; units: DeskView['units']; conference: DeskView['conference']; result?: FormResult }

export function SpokenAnswer({ about, units, conference, result }: Props) {
  const { t } = useTranslation()
  const labels = { code: '', answeredBy: t('desk:field.answeredBy'), leadUnit: t('desk:field.leadUnit'), text: t('desk:field.answer') }
  const form = useHouseForm(spokenAnswerForm, { id: 'answer', labels, result })
  return (
    <HouseForm form={form} action={`/conferences/${conference.id}/desk?answer=${about.code}`}>
      <About about={about} form="answer" />
      <TextInput {...form.field('answeredBy')} autoComplete="off" />
      <Select options={units} {...form.field('leadUnit')} />
      <TextArea rows={4} {...form.field('text')} />
      <Buttons conference={conference.id}>{t('desk:answer.submit')}</Buttons>
    </HouseForm>
  )
}

export function SpokenPromise({ about, units, conference, result }: Props) {
  const { t } = useTranslation()
  const labels = {
    code: '', answeredBy: t('desk:field.promisedBy'), text: t('desk:field.promise'), ownerUnit: t('desk:field.ownerUnit'), dueOn: t('desk:field.dueOn'),
  }
  const form = useHouseForm(spokenPromiseForm, { id: 'promise', labels, initial: { answeredBy: conference.chair }, result })
  return (
    <HouseForm form={form} action={`/conferences/${conference.id}/desk?promise=${about.code}`}>
      <About about={about} form="promise" />
      <TextArea rows={3} {...form.field('text')} />
      <Select options={units} {...form.field('ownerUnit')} />
      <DateInput {...form.field('dueOn')} />
      <TextInput {...form.field('answeredBy')} autoComplete="off" />
      <Buttons conference={conference.id}>{t('desk:promise.submit')}</Buttons>
    </HouseForm>
  )
}

function About({ about, form }: Pick<Props, 'about'> & { form: string }) {
  return (
    <>
      <input type="hidden" name="form" value={form} readOnly />
      <input type="hidden" name="code" value={about.code} readOnly />
      <blockquote className="border-l-4 border-line pl-4 wrap-anywhere whitespace-pre-line">
        {about.enterprise && <strong className="block">{about.enterprise}</strong>}
        {about.text}
      </blockquote>
    </>
  )
}

function Buttons({ conference, children }: { conference: number; children: string }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-wrap gap-4">
      <SubmitButton>{children}</SubmitButton>
      <LinkButton to={`/conferences/${conference}/desk`} variant="quiet">{t('desk:back')}</LinkButton>
    </div>
  )
}
