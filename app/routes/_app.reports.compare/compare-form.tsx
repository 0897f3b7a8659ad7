import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { comparable, comparedBy, countings, type Comparison } from '#app/reports/read-comparison.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup, Select } from '#app/ui/choice.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { DateInput } from '#app/ui/text-input.tsx'

/** Two periods, how each is counted, and what they are told apart by: an address to keep and to send. */
export function CompareForm({ asked }: { asked: Comparison }) {
  const { t } = useTranslation()
  const { period, now, before, counting, by, typed, errors } = asked
  const kept = { counting, ...(by && { by }) }
  const items = comparable.map((one) => ({
    to: `/reports/compare?${new URLSearchParams({ period: one, ...kept })}`, label: t(`overview:compare.preset.${one}`), current: one === period,
  }))
  const failed = Object.keys(errors).length > 0
  const days = { from: now.from, to: now.to, beforeFrom: before.from, beforeTo: before.to }
  return (
    <div className="mb-6 print:hidden">
      <Tabs label={t('overview:compare.presets')} items={items} />
      <Form method="get" aria-label={t('overview:compare.form')} key={JSON.stringify([days, kept, typed])} className="rounded border border-line bg-paper p-4">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {(['from', 'to', 'beforeFrom', 'beforeTo'] as const).map((name) => (
            <DateInput
              key={name} id={`compare-${name}`} name={name} label={t(`overview:compare.${name}`)}
              defaultValue={failed ? typed[name] : days[name]} error={errors[name] && t(errors[name].key, errors[name].params)}
            />
          ))}
        </div>
        <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
          <RadioGroup
            id="compare-counting" name="counting" label={t('overview:compare.counting')} defaultValue={counting}
            options={countings.map((value) => ({ value, label: t(`overview:compare.count.${value}`), hint: t(`overview:compare.means.${value}`) }))}
          />
          <Select
            id="compare-by" name="by" label={t('overview:compare.by')} empty={t('overview:compare.whole')} defaultValue={by ?? ''}
            options={comparedBy.map((value) => ({ value, label: t(`reports:by.${value}`) }))}
          />
        </div>
        <div className="mt-4"><Button type="submit">{t('overview:compare.show')}</Button></div>
      </Form>
    </div>
  )
}
