import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { reportAddress, type Asked } from '#app/reports/addresses.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup, Select, type Option } from '#app/ui/choice.tsx'
import { formatDate } from '#app/ui/format.ts'
import { DateInput } from '#app/ui/text-input.tsx'
import type { Grouping } from '#workflows/reports/groupings.ts'

type Props = {
  asked: Asked
  narrowed: { by: Grouping; label: string }[]
  conferences: { id: number; title: string; heldOn: string }[]
  groups: Option[]
}

const inForm = ['conference', 'group', 'units', 'from', 'to']
const dayOf = (instant: string) => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10)

/** A GET form: the report is an address to keep and to send. What a click on a row narrowed stands below, to be dropped. */
export function ScopeForm({ asked, narrowed, conferences, groups }: Props) {
  const { t } = useTranslation()
  const held = conferences.map(({ id, title, heldOn }) => ({ value: String(id), label: `${formatDate(heldOn)} – ${title}` }))
  const all = t('reports:filter.all')
  const kept = Object.entries(asked.scope).filter(([name]) => !inForm.includes(name))
  const field = (name: 'conference' | 'group') => ({
    id: `scope-${name}`, name, label: t(`reports:filter.${name}`), defaultValue: asked.scope[name] ?? '',
  })
  return (
    <Form
      method="get"
      aria-label={t('reports:filter.title')}
      key={reportAddress(asked)}
      className="mb-6 rounded border border-line bg-paper p-4 print:hidden"
    >
      <input type="hidden" name="by" value={asked.by} />
      {kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Select options={held} empty={all} {...field('conference')} />
        <Select options={groups} empty={all} {...field('group')} />
        <DateInput
          id="scope-asOf" name="asOf" label={t('reports:filter.asOf')} hint={t('reports:filter.asOfHint')}
          defaultValue={asked.past ? dayOf(asked.asOf) : ''}
        />
        {(['from', 'to'] as const).map((name) => (
          <DateInput key={name} id={`scope-${name}`} name={name} label={t(`reports:filter.${name}`)} hint={t('reports:filter.periodHint')} defaultValue={asked.scope[name] ?? ''} />
        ))}
        <Button type="submit">{t('reports:filter.submit')}</Button>
      </div>
      <UnitsAs asked={asked} />
      {kept.length > 0 && (
        <p className="mt-3">
          {t('reports:filter.only')}:{' '}
          {narrowed.filter(({ by }) => !inForm.includes(by)).map(({ by, label }) => (
            <Link
              key={by} className="link mr-4" aria-label={t('reports:filter.drop', { label })}
              to={reportAddress(asked, { scope: { ...asked.scope, [by]: undefined } })}
            >
              {label} ✕
            </Link>
          ))}
        </p>
      )}
    </Form>
  )
}

/** Units by the name they had, or by that of whoever stands for them today; it goes with the form and every link of the report. */
function UnitsAs({ asked }: Pick<Props, 'asked'>) {
  const { t } = useTranslation()
  if (asked.by !== 'unit' && asked.scope.unit === undefined) return asked.scope.units ? <input type="hidden" name="units" value={asked.scope.units} /> : null
  const options = ['then', 'now'].map((value) => ({ value, label: t(`reports:units.${value}`), hint: t(`reports:unitsHint.${value}`) }))
  return (
    <div className="mt-4">
      <RadioGroup id="scope-units" name="units" label={t('reports:units.title')} defaultValue={asked.scope.units ?? 'then'} options={options} />
    </div>
  )
}
