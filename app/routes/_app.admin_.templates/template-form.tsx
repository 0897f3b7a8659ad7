import { useActionData } from '@remix-run/react'
import { labelsOf } from '#app/admin/labels.ts'
import { SaveOrCancel } from '#app/admin/save-or-cancel.tsx'
import { templateForm } from '#app/admin/writing-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import type { Values } from '#app/ui/check-form.ts'
import { Checkbox, CheckboxGroup, Select } from '#app/ui/choice.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { named, type NamedRow } from '#app/ui/named.ts'
import { TextArea, TextInput } from '#app/ui/text-input.tsx'

type Coded = NamedRow & { code: string }
type Template = { id: number; title: string; topic: string | null; group: string | null; text: string; citations: string[]; inUse: boolean }
type Props = { editing: Template | null; topics: Coded[]; groups: Coded[]; citations: { number: string; title: string }[] }

export function TemplateForm({ editing, topics, groups, citations }: Props) {
  const { t, i18n } = useTranslation()
  const of = (rows: Coded[]) => rows.map((row) => ({ value: row.code, label: named(row, i18n.language) }))
  const initial: Values = editing
    ? { name: editing.title, topic: editing.topic ?? '', group: editing.group ?? '', text: editing.text, citations: editing.citations, inUse: editing.inUse ? 'yes' : '' }
    : { inUse: 'yes' }
  const own = { name: t('writing:admin.templates.name'), text: t('writing:admin.templates.text'), citations: t('writing:admin.templates.citations'), inUse: t('writing:admin.templates.inUse') }
  const form = useHouseForm(templateForm, { id: 'template', labels: { ...labelsOf(t, ['topic', 'group'] as const), ...own }, initial, result: useActionData<FormResult>() })
  const any = t('writing:admin.templates.any')
  return (
    <Card title={t(editing ? 'writing:admin.templates.edit' : 'writing:admin.templates.add')}>
      <HouseForm form={form} action={editing ? `/admin/templates?id=${editing.id}` : '/admin/templates'}>
        <TextInput {...form.field('name')} maxLength={200} />
        <Select {...form.field('topic')} optional empty={any} options={of(topics)} />
        <Select {...form.field('group')} optional empty={any} options={of(groups)} />
        <TextArea {...form.field('text')} rows={10} maxLength={10_000} />
        <div className="max-h-80 overflow-y-auto rounded border border-line p-3">
          <CheckboxGroup {...form.field('citations')} optional options={citations.map(({ number, title }) => ({ value: number, label: `${title}, ${number}` }))} />
        </div>
        <Checkbox {...form.field('inUse')} />
        <SaveOrCancel editing={editing !== null} list="/admin/templates" />
      </HouseForm>
    </Card>
  )
}
