import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FieldErrors } from '#app/i18n/message.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/choice.tsx'
import { named } from '#app/ui/named.ts'
import { DateInput, TextInput } from '#app/ui/text-input.tsx'
import { eventNames } from './audit-form.ts'

type Unit = { code: string; nameVi: string; nameEn: string }
type Props = { units: Unit[]; values: Record<string, string>; errors: FieldErrors; of?: 'moves' | 'notes' }

export function AuditFilters({ units, values, errors, of = 'moves' }: Props) {
  const { t, i18n } = useTranslation()
  const field = (name: string) => {
    const wrong = errors[name]
    return { id: name, name, label: t(`audit:field.${name}`), defaultValue: values[name], error: wrong && t(wrong.key, wrong.params) }
  }
  return (
    <Form method="get" className="mb-5 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <TextInput {...field('code')} maxLength={40} />
      <TextInput {...field('person')} maxLength={200} />
      <Select {...field('unit')} empty={t('audit:all')} options={units.map((unit) => ({ value: unit.code, label: named(unit, i18n.language) }))} />
      {of === 'moves' && <Select {...field('move')} empty={t('audit:all')} options={eventNames.map((value) => ({ value, label: t(`moves:done.${value}`) }))} />}
      <DateInput {...field('from')} />
      <DateInput {...field('to')} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit">{t('audit:search')}</Button>
        <Link to={of === 'moves' ? '/audit' : '/audit/notes'} className="link py-2">{t('audit:clear')}</Link>
      </div>
    </Form>
  )
}
