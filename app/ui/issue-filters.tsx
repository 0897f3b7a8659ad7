import { Form, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { issueStates } from '#workflows/resolution/states.ts'
import { Button } from './button.tsx'
import { Checkbox, Select, type Option } from './choice.tsx'
import { formatDate } from './format.ts'
import { TextInput } from './text-input.tsx'

type Props = { conferences: { id: number; title: string; heldOn: string }[]; groups: Option[]; units: Option[] }

const narrowing = ['group', 'unit', 'state', 'conference', 'overdue']

/** Of the reports of time; the page says them above the form. */
const times = ['receivedSince', 'receivedBefore', 'dueSince', 'dueBefore', 'answeredFrom', 'answeredTo', 'heldBy', 'heldUnit', 'heardUnit']

/** A GET form: the answer is an address that can be kept, sent and gone back to. */
export function IssueFilters({ conferences, groups, units }: Props) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const field = (name: string) => ({ id: `filter-${name}`, name, defaultValue: search.get(name) ?? '' })
  const kept = ['box', 'line', 'part', 'partUnit', 'asOf', 'topic', 'month', 'units', 'carriedTo', 'column', 'enterprise', 'zone', ...times].filter((name) => search.has(name))
  const states = issueStates.map((state) => ({ value: state, label: t(`issues:state.${state}`) }))
  const held = conferences.map(({ id, title, heldOn }) => ({ value: String(id), label: `${formatDate(heldOn)} – ${title}` }))
  const any = t('issues:filter.any')
  return (
    <Form method="get" key={search.toString()} role="search" aria-label={t('issues:filter.title')} className="mb-5 space-y-3">
      {kept.map((name) => <input key={name} type="hidden" name={name} value={search.get(name) ?? ''} />)}
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-72">
          <TextInput type="search" label={t('issues:filter.q')} {...field('q')} />
        </div>
        <Button type="submit">{t('issues:filter.submit')}</Button>
      </div>
      <details className="rounded border border-line bg-paper" open={narrowing.some((name) => search.get(name))}>
        <summary className="px-4 py-2 font-semibold text-navy">{t('issues:filter.more')}</summary>
        <div className="grid gap-4 border-t border-line p-4 sm:grid-cols-2 lg:grid-cols-4">
          <Select label={t('issues:filter.state')} empty={any} options={states} {...field('state')} />
          <Select label={t('issues:filter.group')} empty={any} options={groups} {...field('group')} />
          {units.length > 0 && <Select label={t('issues:filter.unit')} empty={any} options={units} {...field('unit')} />}
          {held.length > 0 && <Select label={t('issues:filter.conference')} empty={any} options={held} {...field('conference')} />}
          <Checkbox label={t('issues:filter.overdue')} {...field('overdue')} value="yes" />
        </div>
      </details>
    </Form>
  )
}
