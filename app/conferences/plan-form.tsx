import { useTranslation } from '#app/i18n/use-translation.ts'
import { Checkbox, RadioGroup, Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { DateInput, TextInput } from '#app/ui/text-input.tsx'
import { conferenceSchema } from './conference-form.ts'
import type { PlanChoices } from './plan-view.server.ts'

type Props = { choices: PlanChoices; initial: Record<string, string>; result?: Partial<FormResult>; submit: string }

const names = ['title', 'theme', 'series', 'newSeries', 'heldOn', 'venue', 'chair', 'hostUnit', 'scheme', 'collectUntil', 'answersDueOn', 'namesShown'] as const

/** All that is decided about a conference before anybody is invited; one form for a new one and for its plan. */
export function PlanForm({ choices, initial, result, submit }: Props) {
  const { t } = useTranslation()
  const labels = Object.fromEntries(names.map((name) => [name, t(`before:plan.field.${name}`)])) as Record<(typeof names)[number], string>
  const form = useHouseForm(conferenceSchema, { id: 'conference', labels, initial, result })
  const series = choices.series.map(({ name }) => ({ value: name, label: name }))
  const schemes = choices.schemes.map(({ scheme, groups }) => ({
    value: scheme, label: scheme === 'standard' ? t('before:plan.standard') : scheme, hint: groups.join(' · '),
  }))
  return (
    <HouseForm form={form}>
      <TextInput {...form.field('title')} />
      <TextInput optional hint={t('before:plan.themeHint')} {...form.field('theme')} />
      {series.length > 0 && <Select optional options={series} empty={t('before:plan.noSeries')} {...form.field('series')} />}
      <TextInput optional hint={t('before:plan.newSeriesHint')} {...form.field('newSeries')} />
      <DateInput {...form.field('heldOn')} />
      <DateInput optional hint={t('before:plan.collectUntilHint')} {...form.field('collectUntil')} />
      <DateInput optional hint={t('before:plan.answersDueOnHint')} {...form.field('answersDueOn')} />
      <TextInput optional {...form.field('venue')} />
      <TextInput optional {...form.field('chair')} />
      <Select optional options={choices.units} {...form.field('hostUnit')} />
      <RadioGroup options={schemes} {...form.field('scheme')} />
      <Checkbox hint={t('before:plan.namesShownHint')} {...form.field('namesShown')} />
      <SubmitButton>{submit}</SubmitButton>
    </HouseForm>
  )
}
