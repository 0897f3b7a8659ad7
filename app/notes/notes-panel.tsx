import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextArea } from '#app/ui/text-input.tsx'
import type { InternalNote } from '#db/queries/internal-notes.ts'
import { noteForm } from './note-form.ts'

type Props = { code: string; notes: InternalNote[]; mayNote: boolean; result?: Partial<FormResult> | null }

/** What the offices say among themselves; its form has a page of its own for what was typed wrong. */
export function NotesPanel({ code, notes, mayNote, result }: Props) {
  const { t } = useTranslation()
  if (notes.length === 0 && !mayNote) return null
  return (
    <Card title={t('writing:notes.title')} id="notes">
      <p className="mb-4 text-sm text-ink-soft">{t('writing:notes.about')}</p>
      {notes.length === 0 && <p>{t('writing:notes.none')}</p>}
      <ol className="space-y-4">
        {notes.map((note) => <Note key={note.id} note={note} />)}
      </ol>
      {mayNote && <NoteForm key={notes.length} code={code} result={result} />}
    </Card>
  )
}

function Note({ note: { text, author, onBehalfOf, role, unit, shared, at } }: { note: InternalNote }) {
  const { t } = useTranslation()
  const who = onBehalfOf ? t('writing:notes.onBehalfOf', { name: author, other: onBehalfOf }) : author
  return (
    <li className="border-l-4 border-line pl-3">
      <p className="wrap-anywhere whitespace-pre-line">{text}</p>
      <p className="numbers text-sm text-ink-soft">{[formatDateTime(at), who, t(`common:role.${role}`), unit].filter(Boolean).join(' · ')}</p>
      {shared && <Badge>{t('writing:notes.isShared')}</Badge>}
    </li>
  )
}

function NoteForm({ code, result }: Pick<Props, 'code' | 'result'>) {
  const { t } = useTranslation()
  const labels = { text: t('writing:notes.text'), shared: t('writing:notes.shared') }
  const form = useHouseForm(noteForm, { id: 'note', labels, result })
  return (
    <div className="mt-6 max-w-3xl">
      <HouseForm form={form} action={`/issues/${code}/notes`}>
        <input type="hidden" name="intent" value="note" />
        <TextArea {...form.field('text')} rows={3} maxLength={4000} />
        <Checkbox {...form.field('shared')} hint={t('writing:notes.sharedHint')} />
        <SubmitButton variant="secondary">{t('writing:notes.add')}</SubmitButton>
      </HouseForm>
    </div>
  )
}
