import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Select, type Option } from '#app/ui/choice.tsx'
import { addressOf, type Query } from './narrowed.ts'

type Props = {
  path: string
  query: Query
  choices: { conferences: Option[]; groups?: Option[]; units: Option[]; narrowed: { name: string; label: string }[] }
  /** Fields of the report's own, and their names. */
  children?: ReactNode
  own?: readonly string[]
}

/** A GET form: the report is an address to keep and to send. What narrows it without a field here stands below, to be dropped. */
export function NarrowingForm({ path, query, choices: { conferences, groups, units, narrowed }, children, own = [] }: Props) {
  const { t } = useTranslation()
  const all = t('reports:filter.all')
  const inForm = ['conference', 'unit', ...(groups ? ['group'] : []), ...own]
  const without = (name: string) => addressOf(path, Object.fromEntries(Object.entries(query).filter(([one]) => one !== name)))
  const others = narrowed.filter(({ name }) => !inForm.includes(name))
  const field = (name: string) => ({ id: `narrow-${name}`, name, empty: all, defaultValue: query[name] ?? '' })
  return (
    <Form method="get" action={path} aria-label={t('reports:filter.title')} key={addressOf(path, query)} className="mb-6 rounded border border-line bg-paper p-4 print:hidden">
      {Object.entries(query).filter(([name]) => !inForm.includes(name)).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Select label={t('reports:filter.conference')} options={conferences} {...field('conference')} />
        <Select label={t('times:unit')} options={units} {...field('unit')} />
        {groups && <Select label={t('reports:filter.group')} options={groups} {...field('group')} />}
        {children}
        <div><Button type="submit">{t('reports:filter.submit')}</Button></div>
      </div>
      {others.length > 0 && (
        <p className="mt-3">
          {t('reports:filter.only')}:{' '}
          {others.map(({ name, label }) => (
            <a key={name} className="link mr-4" aria-label={t('reports:filter.drop', { label })} href={without(name)}>{label} ✕</a>
          ))}
        </p>
      )}
    </Form>
  )
}
