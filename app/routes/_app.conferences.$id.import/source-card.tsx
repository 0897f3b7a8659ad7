import { useTranslation } from '#app/i18n/use-translation.ts'
import { fileSchema, pasteSchema, type SourceKind } from '#app/imports/import-form.ts'
import { Card } from '#app/ui/card.tsx'
import { FileInput } from '#app/ui/file-input.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextArea } from '#app/ui/text-input.tsx'

type Words = { title: string; lead?: string; file: string; fileHint: string; text: string; textHint: string; pasted: string; accept: string }
type Props = { kind: SourceKind; words: Words; result?: Partial<FormResult> }

/** Two ways to bring in what an office has: its file, or its text; each a form of its own. */
export function SourceCard({ kind, words, result }: Props) {
  const { t } = useTranslation()
  // a body that was cut off says nothing of its form
  const own = (result?.values?.as ?? 'annex') === kind ? result : undefined
  const pasted = own?.values && 'text' in own.values
  const file = useHouseForm(fileSchema, { id: `${kind}-file`, labels: { file: words.file }, result: pasted ? undefined : own })
  const paste = useHouseForm(pasteSchema, { id: `${kind}-paste`, labels: { text: words.text }, result: pasted ? own : undefined })
  return (
    <Card title={words.title}>
      <div className="space-y-6">
        {words.lead && <p className="text-ink-soft">{words.lead}</p>}
        <HouseForm form={file} encType="multipart/form-data">
          <input type="hidden" name="as" value={kind} />
          <FileInput accept={words.accept} hint={words.fileHint} {...file.field('file')} />
          <SubmitButton>{t('conferences:import.preview')}</SubmitButton>
        </HouseForm>
        <div className="border-t border-line pt-4">
          <HouseForm form={paste} encType="multipart/form-data">
            <input type="hidden" name="as" value={kind} />
            <input type="hidden" name="name" value={words.pasted} />
            <TextArea rows={8} hint={words.textHint} {...paste.field('text')} />
            <SubmitButton>{t('conferences:import.preview')}</SubmitButton>
          </HouseForm>
        </div>
      </div>
    </Card>
  )
}
