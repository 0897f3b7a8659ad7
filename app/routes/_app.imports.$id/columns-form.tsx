import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FieldErrors } from '#app/i18n/message.ts'
import { fields } from '#app/imports/annex/proposal.ts'
import type { PreviewView } from '#app/imports/preview-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, Select, type Option } from '#app/ui/choice.tsx'
import { SubmitButton } from '#app/ui/form.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

type Sheet = PreviewView['sheets'][number]
const capital = (name: string) => name[0]!.toUpperCase() + name.slice(1)

/** What each column was taken for, to be put right: one select a column, one box a sheet. */
export function ColumnsForm({ sheets, errors }: { sheets: Sheet[]; errors: FieldErrors }) {
  const { t } = useTranslation()
  const options = fields.map((field) => ({ value: field, label: t(`imports:field${capital(field)}`) }))
  const wrong = Object.keys(errors).some((name) => /^(header|column)\./.test(name))
  const unsure = wrong || sheets.every(({ used }) => !used)
  return (
    <Card title={t('conferences:import.columns')}>
      <details open={unsure}>
        <summary className="link inline-block py-1">{t('conferences:import.columnsLead')}</summary>
        <Form method="post" className="mt-3 space-y-6">
          {sheets.map((sheet, at) => <SheetFields key={sheet.sheet} sheet={sheet} at={at} options={options} errors={errors} />)}
          <SubmitButton variant="secondary" name="intent" value="columns">{t('conferences:import.readAgain')}</SubmitButton>
        </Form>
      </details>
    </Card>
  )
}

function SheetFields({ sheet, at, options, errors }: { sheet: Sheet; at: number; options: Option[]; errors: FieldErrors }) {
  const { t } = useTranslation()
  const say = (name: string) => (errors[name] ? t(errors[name].key, { ...errors[name].params }) : undefined)
  const named = (name: string) => ({ id: name.replaceAll('.', '-'), name, error: say(name) })
  const title = sheet.sheet || t('conferences:import.onlySheet')
  return (
    <fieldset className="space-y-3">
      <legend className="font-semibold">
        {t(sheet.hidden ? 'conferences:import.hiddenSheet' : 'conferences:import.sheet', { sheet: title, count: sheet.rows })}
      </legend>
      <Checkbox label={t('conferences:import.useSheet')} defaultValue={sheet.used ? 'yes' : undefined} {...named(`use.${at}`)} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextInput label={t('conferences:import.headerRow')} hint={t('conferences:import.headerHint')} inputMode="numeric" defaultValue={String(sheet.headerRow)} {...named(`header.${at}`)} />
        {sheet.columns.map(({ index, letter, header, sample, field }) => (
          <Select
            key={letter}
            label={t('conferences:import.column', { letter, header })}
            hint={sample && t('conferences:import.sample', { sample })}
            empty={t('conferences:import.notImported')}
            options={options}
            defaultValue={field}
            {...named(`column.${at}.${index}`)}
          />
        ))}
      </div>
    </fieldset>
  )
}
