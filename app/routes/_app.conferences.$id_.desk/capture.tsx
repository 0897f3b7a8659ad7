import { useNavigate, useSubmit } from '@remix-run/react'
import { useEffect, useState, type ChangeEvent } from 'react'
import { captureForm } from '#app/conferences/desk-forms.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextArea, TextInput } from '#app/ui/text-input.tsx'
import { keep, type Fields } from './outbox.ts'

type Props = {
  conference: number
  groups: { value: string; label: string }[]
  mayAnswer: boolean
  initial: Partial<Fields>
  result?: FormResult
  /** Sends what waits; the codes it was given, by key. */
  flush: () => Promise<Map<string, string>>
  entered: (code: string | undefined) => void
}
type Known = { name: string; taxCode: string | null }[]

/**
 * Three fields and one key: what a secretary can keep up with while somebody speaks. The browser keeps each comment before
 * it is sent, so that neither a lost network nor a closed tab costs a word. Without scripts it is a form like any other.
 */
export function Capture({ conference, groups, mayAnswer, initial, result, flush, entered }: Props) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const navigate = useNavigate()
  const labels = { enterprise: t('desk:field.enterprise'), group: t('desk:field.group'), text: t('desk:field.text') }
  const send = (element: HTMLFormElement, button?: HTMLButtonElement) => {
    const sent = new FormData(element)
    const [fields, follow] = [{ enterprise: textOf(sent, 'enterprise'), group: textOf(sent, 'group'), text: textOf(sent, 'text') }, button?.value ?? 'next']
    keep(conference, fields).then(async (key) => {
      emptied(element, fields.group)
      const code = (await flush()).get(key)
      entered(code)
      if (code && follow !== 'next') navigate(`/conferences/${conference}/desk?${new URLSearchParams({ [follow]: code, group: fields.group })}`)
    }, () => submit(button ?? element))
  }
  const form = useHouseForm(captureForm, { id: 'capture', labels, initial, result, send })
  const [known, setKnown] = useState<Known>([])
  useShortcuts(form.id)
  const { onChange, ...enterprise } = form.field('enterprise')
  const ask = (event: ChangeEvent<HTMLElement>) => {
    onChange?.(event)
    const typed = (event.target as HTMLInputElement).value
    if (typed.trim().length > 1) namesFor(conference, typed).then(setKnown, () => {})
  }
  return (
    <HouseForm form={form} action={`/conferences/${conference}/desk`}>
      <input type="hidden" name="form" value="capture" readOnly />
      <TextInput {...enterprise} onChange={ask} list="known-enterprises" autoComplete="off" hint={t('desk:field.enterpriseHint')} />
      <datalist id="known-enterprises">
        {known.map(({ name, taxCode }) => <option key={`${name} ${taxCode}`} value={name}>{taxCode}</option>)}
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

/** Asked past the router, for which a lost network is an error of the page. */
const namesFor = async (conference: number, typed: string): Promise<Known> => (await fetch(`/conferences/${conference}/enterprises?q=${encodeURIComponent(typed)}`, { redirect: 'error' })).json()

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '')

/** Ready for the next speaker, who often speaks to the same group. */
function emptied(form: HTMLFormElement, group: string) {
  form.reset()
  const choice = form.elements.namedItem('group')
  if (choice instanceof HTMLSelectElement) choice.value = group
  const first = form.elements.namedItem('enterprise')
  if (first instanceof HTMLInputElement) first.focus()
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
