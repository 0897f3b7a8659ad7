import { useFetcher } from '@remix-run/react'
import { useEffect, type ChangeEvent } from 'react'
import { captureForm } from '#app/conferences/desk-forms.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextArea, TextInput } from '#app/ui/text-input.tsx'

type Props = { conference: number; groups: { value: string; label: string }[]; group: string; mayAnswer: boolean; again: boolean; result?: FormResult }
type Known = { name: string; taxCode: string | null }[]

/** Three fields and one key: what a secretary can keep up with while somebody speaks. `again`: one has just been written down. */
export function Capture({ conference, groups, group, mayAnswer, again, result }: Props) {
  const { t } = useTranslation()
  const labels = { enterprise: t('desk:field.enterprise'), group: t('desk:field.group'), text: t('desk:field.text') }
  const form = useHouseForm(captureForm, { id: 'capture', labels, initial: { group }, result })
  const known = useFetcher<Known>()
  useShortcuts(form.id)
  useEffect(() => {
    if (again) document.getElementById(`${form.id}-enterprise`)?.focus()
  }, [again, form.id])
  const { onChange, ...enterprise } = form.field('enterprise')
  const ask = (event: ChangeEvent<HTMLElement>) => {
    onChange?.(event)
    const typed = (event.target as HTMLInputElement).value
    if (typed.trim().length > 1) known.load(`/conferences/${conference}/enterprises?q=${encodeURIComponent(typed)}`)
  }
  return (
    <HouseForm form={form} action={`/conferences/${conference}/desk`}>
      <input type="hidden" name="form" value="capture" readOnly />
      <TextInput {...enterprise} onChange={ask} list="known-enterprises" autoComplete="off" hint={t('desk:field.enterpriseHint')} />
      <datalist id="known-enterprises">
        {known.data?.map(({ name, taxCode }) => <option key={`${name} ${taxCode}`} value={name}>{taxCode}</option>)}
      </datalist>
      <Select optional options={groups} {...form.field('group')} />
      <TextArea rows={5} {...form.field('text')} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="follow" value="next" aria-keyshortcuts="Control+Enter">{t('desk:capture.next')}</SubmitButton>
        {mayAnswer && <SubmitButton name="follow" value="promise" variant="secondary" aria-keyshortcuts="Control+Shift+Enter">{t('desk:capture.promise')}</SubmitButton>}
        {mayAnswer && <SubmitButton name="follow" value="answer" variant="secondary">{t('desk:capture.answer')}</SubmitButton>}
      </div>
      <p className="text-sm text-ink-soft">{t('desk:capture.keys')}</p>
    </HouseForm>
  )
}

/** Ctrl+Enter writes down, with Shift it goes on to what the chair promised; never while an input method composes a word. */
function useShortcuts(form: string) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.isComposing || event.keyCode === 229) return
      const button = document.querySelector<HTMLButtonElement>(`#${form} button[name=follow][value=${event.shiftKey ? 'promise' : 'next'}]`)
      if (!button) return
      event.preventDefault()
      button.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [form])
}
