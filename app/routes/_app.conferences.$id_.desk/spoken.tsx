import { useEffect, type ReactNode } from 'react'
import { useSearchParams, useSubmit } from '@remix-run/react'
import { spokenAnswerForm, spokenPromiseForm } from '#app/conferences/desk-forms.ts'
import type { DeskView } from '#app/conferences/desk-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { formatTime } from '#app/ui/format.ts'
import { useHouseForm, type FormResult, type HouseFormState } from '#app/ui/house-form.ts'
import { DateInput, TextArea, TextInput } from '#app/ui/text-input.tsx'
import { dueDay, dueDays } from './due-days.ts'
import type { Opened } from './opened.ts'
import type { Fields } from './outbox.ts'
import type { unitOptions } from './unit-options.ts'

export type SpokenProps = {
  opened: Opened
  units: ReturnType<typeof unitOptions>
  conference: DeskView['conference']
  result?: FormResult
  /** Keeps it in this browser; rejects where that is not possible. */
  write: (fields: Fields) => Promise<void>
  leave: () => void
}

export function SpokenAnswer({ opened, units, conference, result, write, leave }: SpokenProps) {
  const { t } = useTranslation()
  const labels = { answeredBy: t('desk:field.answeredBy'), leadUnit: t('desk:field.leadUnit'), text: t('desk:field.answer') }
  const form = useHouseForm(spokenAnswerForm, { id: opened.id, labels, initial: { answeredBy: conference.chair, ...opened.fields }, result, send: useSend(write) })
  return (
    <Spoken opened={opened} conference={conference.id} leave={leave} submit={t('desk:answer.submit')} form={form}>
      <TextArea rows={3} {...form.field('text')} />
      <Select options={units} {...form.field('leadUnit')} />
      <TextInput {...form.field('answeredBy')} autoComplete="off" />
    </Spoken>
  )
}

export function SpokenPromise({ opened, units, conference, result, write, leave }: SpokenProps) {
  const { t } = useTranslation()
  const labels = { answeredBy: t('desk:field.promisedBy'), text: t('desk:field.promise'), ownerUnit: t('desk:field.ownerUnit'), dueOn: t('desk:field.dueOn') }
  const form = useHouseForm(spokenPromiseForm, { id: opened.id, labels, initial: { answeredBy: conference.chair, ...opened.fields }, result, send: useSend(write) })
  return (
    <Spoken opened={opened} conference={conference.id} leave={leave} submit={t('desk:promise.submit')} form={form}>
      <TextArea rows={3} {...form.field('text')} />
      <Select options={units} {...form.field('ownerUnit')} />
      <div className="space-y-2">
        <DateInput {...form.field('dueOn')} />
        {opened.saidAt && <DueDays field={`${opened.id}-dueOn`} said={opened.saidAt} />}
      </div>
      <TextInput {...form.field('answeredBy')} autoComplete="off" />
      {opened.saidAt && <input type="hidden" name="saidAt" value={opened.saidAt} readOnly />}
    </Spoken>
  )
}

/** One press in place of ten keys; only where the form was opened by a script. */
function DueDays({ field, said }: { field: string; said: string }) {
  const { t } = useTranslation()
  const fill = (day: string) => {
    const input = document.getElementById(field)
    if (!(input instanceof HTMLInputElement)) return
    input.value = day
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <p className="flex flex-wrap gap-2">
      {dueDays.map((which) => {
        const day = dueDay(which, new Date(said))
        return <Button key={which} variant="secondary" className="px-3! text-sm font-normal!" title={day} onClick={() => fill(day)}>{t(`desk:due.${which}`)}</Button>
      })}
    </p>
  )
}

/** All that the form says, whichever of its fields it has. */
const useSend = (write: SpokenProps['write']) => {
  const submit = useSubmit()
  return (element: HTMLFormElement) => {
    const own = [...new FormData(element)].filter(([name]) => !['form', 'code', 'idempotencyKey'].includes(name))
    write(Object.fromEntries(own.map(([name, value]) => [name, String(value)]))).catch(() => submit(element))
  }
}

type FrameProps = Pick<SpokenProps, 'opened' | 'leave'> & { conference: number; submit: string; form: HouseFormState; children: ReactNode }

function Spoken({ opened: { id, form: kind, about, saidAt, byHand }, conference, leave, submit, form, children }: FrameProps) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const action = new URLSearchParams({ [kind]: about.code ?? '', group: search.get('group') ?? '' })
  useEffect(() => {
    if (byHand) document.getElementById(`${id}-text`)?.focus()
  }, [byHand, id])
  return (
    <Card title={about.code ? t(`desk:${kind}.title`, { code: about.code }) : t(`desk:${kind}.titleLast`)}>
      <HouseForm form={form} action={`/conferences/${conference}/desk?${action}`}>
        <input type="hidden" name="form" value={kind} readOnly />
        {about.code && <input type="hidden" name="code" value={about.code} readOnly />}
        <blockquote className="line-clamp-5 border-l-4 border-line pl-4 wrap-anywhere whitespace-pre-line">
          {about.enterprise && <strong className="block">{about.enterprise}</strong>}
          {about.text}
        </blockquote>
        {children}
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton aria-keyshortcuts="Control+Enter">{submit}</SubmitButton>
          <LinkButton to={`/conferences/${conference}/desk`} variant="quiet" onClick={(event) => (event.preventDefault(), leave())}>{t('desk:back')}</LinkButton>
          {saidAt && kind === 'promise' && <span className="numbers text-ink-soft">{t('desk:promise.at', { at: formatTime(saidAt) })}</span>}
        </div>
      </HouseForm>
    </Card>
  )
}
