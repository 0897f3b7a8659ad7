import { Form, Link } from '@remix-run/react'
import type { FieldErrors } from '#app/i18n/message.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/choice.tsx'
import { DateInput, TextInput } from '#app/ui/text-input.tsx'
import { exported } from './formats.ts'

export function LogFilters({ values, errors }: { values: Record<string, string>; errors: FieldErrors }) {
  const { t } = useTranslation()
  const field = (name: 'person' | 'what' | 'from' | 'to') => {
    const wrong = errors[name]
    return { id: name, name, label: t(`exports:log.${name}`), defaultValue: values[name], error: wrong && t(wrong.key, wrong.params) }
  }
  return (
    <Form method="get" className="mb-5 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <TextInput {...field('person')} maxLength={200} />
      <Select {...field('what')} empty={t('exports:log.all')} options={exported.map((value) => ({ value, label: t(`exports:what.${value}`) }))} />
      <DateInput {...field('from')} />
      <DateInput {...field('to')} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit">{t('exports:log.search')}</Button>
        <Link to="/audit/exports" className="link py-2">{t('exports:log.clear')}</Link>
      </div>
    </Form>
  )
}
