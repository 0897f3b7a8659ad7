import { Form, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { CalendarView } from '#app/commitments/calendar-view.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/choice.tsx'
import { formatDate } from '#app/ui/format.ts'

const states = ['open', 'overdue', 'done', 'broken']

/** A GET form: the answer is an address that can be kept and sent. */
export function CommitmentFilters({ conferences, units, month }: CalendarView['choices'] & { month: string }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const field = (name: string) => ({ id: `filter-${name}`, name, defaultValue: search.get(name) ?? '' })
  const any = t('issues:filter.any')
  const held = conferences.map(({ id, title, heldOn }) => ({ value: String(id), label: `${formatDate(heldOn)} – ${title}` }))
  return (
    <Form method="get" key={search.toString()} role="search" aria-label={t('commitments:calendar.filter')} className="mb-5 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <input type="hidden" name="month" value={month} />
      <Select label={t('commitments:calendar.unit')} empty={any} options={units} {...field('unit')} />
      <Select label={t('issues:filter.conference')} empty={any} options={held} {...field('conference')} />
      <Select label={t('issues:filter.state')} empty={any} options={states.map((value) => ({ value, label: t(`commitments:box.${value}`) }))} {...field('state')} />
      <Button type="submit">{t('commitments:calendar.apply')}</Button>
    </Form>
  )
}
