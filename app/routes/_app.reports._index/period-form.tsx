import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { AskedPeriod } from '#app/reports/read-period.ts'
import { Button } from '#app/ui/button.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { DateInput } from '#app/ui/text-input.tsx'
import { periods } from '#workflows/reports/periods.ts'

/** Of which days of receipt the figures are: links, so that each period has an address, and own days in a GET form. */
export function PeriodForm({ period }: { period: AskedPeriod }) {
  const { t } = useTranslation()
  const { name, days, typed, errors } = period
  const items = periods.map((one) => ({ to: `/reports?period=${one}`, label: t(`overview:period.${one}`), current: one === name }))
  const failed = Object.keys(errors).length > 0
  return (
    <div className="mb-6 print:hidden">
      <Tabs oneLine label={t('overview:period.label')} items={items} />
      <details open={name === 'own'} key={JSON.stringify([days, typed])}>
        <summary className="inline-block py-1 text-info">{t('overview:period.own')}</summary>
        <Form method="get" aria-label={t('overview:period.own')} className="mt-2 flex flex-wrap items-end gap-4">
          {(['from', 'to'] as const).map((end) => (
            <DateInput
              key={end} id={`period-${end}`} name={end} label={t(`overview:period.${end}`)}
              defaultValue={failed ? typed[end] : name === 'own' ? days[end] : ''}
              error={errors[end] && t(errors[end].key, errors[end].params)}
            />
          ))}
          <Button type="submit">{t('overview:period.show')}</Button>
        </Form>
      </details>
    </div>
  )
}
