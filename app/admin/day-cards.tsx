import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { ConfirmPanel } from '#app/ui/confirm-panel.tsx'
import { formatDate } from '#app/ui/format.ts'
import { HouseForm, IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { DateInput, TextInput } from '#app/ui/text-input.tsx'
import { dayForm, dayKinds } from './calendar-form.ts'
import { labelsOf } from './labels.ts'
import type { DayPreview } from './preview-day.server.ts'
import type { Day } from './year-view.tsx'

export function EditDay({ day }: { day: Day | null }) {
  const { t } = useTranslation()
  const initial = { date: day?.date ?? '', kind: day?.kind ?? '', name: day?.name ?? '', source: day?.source ?? '', verified: day?.verified ? 'yes' : '' }
  const labels = { ...labelsOf(t, ['date', 'source', 'verified']), kind: t('admin:calendar.kind'), name: t('admin:calendar.name') }
  const form = useHouseForm(dayForm, { id: 'day', labels, initial, result: useActionData<FormResult>() })
  return (
    <Card title={t(day ? 'admin:calendar.edit' : 'admin:calendar.add')}>
      <HouseForm form={form}>
        {day ? <input type="hidden" name="date" value={day.date} /> : <DateInput {...form.field('date')} />}
        <RadioGroup {...form.field('kind')} options={dayKinds.map((value) => ({ value, label: t(`admin:dayKind.${value}`), hint: t(`admin:dayKindHint.${value}`) }))} />
        <TextInput {...form.field('name')} maxLength={200} hint={t('admin:calendar.nameHint')} />
        <TextInput {...form.field('source')} optional maxLength={500} hint={t('admin:calendar.sourceHint')} />
        <Checkbox {...form.field('verified')} />
        <SubmitButton>{t('admin:calendar.preview')}</SubmitButton>
      </HouseForm>
    </Card>
  )
}

export function ConfirmDay({ preview: { moved, day } }: { preview: DayPreview }) {
  const { t } = useTranslation()
  const sent = { date: day.date, kind: day.kind, name: day.name, source: day.source ?? '', verified: day.verified ? 'yes' : 'no', confirmed: 'yes' }
  return (
    <Form method="post">
      <IdempotencyKey of="confirm" />
      {Object.entries(sent).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <ConfirmPanel title={t('admin:calendar.confirm', { date: formatDate(day.date), kind: t(`admin:dayKind.${day.kind}`) })} confirm={t('admin:calendar.save')} cancelTo="/admin/calendar">
        <Meaning moved={moved} />
      </ConfirmPanel>
    </Form>
  )
}

export function ConfirmRemoval({ moved, date }: { moved: number; date: string }) {
  const { t } = useTranslation()
  return (
    <Form method="post">
      <IdempotencyKey of="confirm" />
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="confirmed" value="yes" />
      <ConfirmPanel danger title={t('admin:calendar.confirmRemoval', { date: formatDate(date) })} confirm={t('admin:calendar.remove')} cancelTo={`/admin/calendar/${date}`}>
        <Meaning moved={moved} />
      </ConfirmPanel>
    </Form>
  )
}

function Meaning({ moved }: { moved: number }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="font-semibold">{t('admin:calendar.moved', { count: moved })}</p>
      <p className="mt-2">{t('admin:calendar.movedHint')}</p>
    </>
  )
}

export function RemoveDay({ date }: { date: string }) {
  const { t } = useTranslation()
  return (
    <Card title={t('admin:calendar.remove')}>
      <Form method="post">
        <p className="mb-4 text-ink-soft">{t('admin:calendar.removeHint', { date: formatDate(date) })}</p>
        <input type="hidden" name="intent" value="remove" />
        <SubmitButton variant="secondary">{t('admin:calendar.preview')}</SubmitButton>
      </Form>
    </Card>
  )
}
