import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { ConfirmPanel } from '#app/ui/confirm-panel.tsx'
import { formatDate } from '#app/ui/format.ts'
import { HouseForm, IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { DateInput, TextInput } from '#app/ui/text-input.tsx'
import { dayForm, dayKinds } from './calendar-form.ts'
import { labelsOf } from './labels.ts'
import { MovedSummary } from './moved-list.tsx'
import type { Moved } from './preview-moved.server.ts'
import type { DayPreview } from './preview-day.server.ts'
import type { Day } from './year-view.tsx'

type Proposed = { id: number; date: string; kind: Day['kind']; name: string; file: string } | null

/** A day known, a new one, or one that a calendar file proposes for either. */
export function EditDay({ day, proposed }: { day: Day | null; proposed: Proposed }) {
  const { t } = useTranslation()
  const shown = proposed ?? day
  const source = proposed?.file ?? day?.source ?? ''
  const initial = { date: shown?.date ?? '', kind: shown?.kind ?? '', name: shown?.name ?? '', source, verified: day?.verified ? 'yes' : '' }
  const labels = { ...labelsOf(t, ['date', 'source', 'verified']), kind: t('admin:calendar.kind'), name: t('admin:calendar.name') }
  const form = useHouseForm(dayForm, { id: 'day', labels, initial, result: useActionData<FormResult>() })
  return (
    <Card title={t(day ? 'admin:calendar.edit' : 'admin:calendar.add')}>
      <HouseForm form={form}>
        {proposed && <input type="hidden" name="proposal" value={proposed.id} />}
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
  const sent = { date: day.date, kind: day.kind, name: day.name, source: day.source ?? '', verified: day.verified ? 'yes' : 'no', proposal: day.proposal ?? '', confirmed: 'yes' }
  return (
    <Form method="post">
      <IdempotencyKey of="confirm" />
      {Object.entries(sent).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <ConfirmPanel title={t('admin:calendar.confirm', { date: formatDate(day.date), kind: t(`admin:dayKind.${day.kind}`) })} confirm={t('admin:calendar.save')} cancelTo="/admin/calendar">
        <MovedSummary moved={moved} all={`/admin/calendar/moved?${new URLSearchParams({ date: day.date, kind: day.kind })}`} />
      </ConfirmPanel>
    </Form>
  )
}

export function ConfirmRemoval({ moved, date }: { moved: Moved; date: string }) {
  const { t } = useTranslation()
  return (
    <Form method="post">
      <IdempotencyKey of="confirm" />
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="confirmed" value="yes" />
      <ConfirmPanel danger title={t('admin:calendar.confirmRemoval', { date: formatDate(date) })} confirm={t('admin:calendar.remove')} cancelTo={`/admin/calendar/${date}`}>
        <MovedSummary moved={moved} all={`/admin/calendar/moved?${new URLSearchParams({ date })}`} />
      </ConfirmPanel>
    </Form>
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
