import { useSubmit } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import { captureForm } from '#app/conferences/desk-forms.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Select } from '#app/ui/choice.tsx'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { TextArea } from '#app/ui/text-input.tsx'
import { EnterpriseInput } from './enterprise-input.tsx'
import { useDraft } from './draft.ts'
import type { Fields } from './outbox.ts'

export type Follow = 'next' | 'answer' | 'promise'
type Props = {
  conference: number
  person: number
  groups: { value: string; label: string }[]
  mayAnswer: boolean
  /** The enterprise that has the floor. */
  speaker: string
  group: string
  result?: FormResult
  /** Keeps a comment in this browser; rejects where that is not possible. */
  write: (fields: Fields, follow: Follow) => Promise<void>
}

export const captureId = 'capture'

/**
 * Three fields and one key: what a secretary can keep up with while somebody speaks. The browser keeps each comment before
 * it is sent, so that neither a lost network nor a closed tab costs a word. Without scripts it is a form like any other.
 */
export function Capture({ conference, person, groups, mayAnswer, speaker, group, result, write }: Props) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const writing = useRef(false)
  const labels = { enterprise: t('desk:field.enterprise'), group: t('desk:field.group'), text: t('desk:field.text') }
  const send = (element: HTMLFormElement, button?: HTMLButtonElement) => {
    const fields = fieldsOf(element)
    // a second press, while the first is still being kept, finds the same words
    if (writing.current || !fields.text?.trim()) return
    writing.current = true
    const follow = (button?.value ?? 'next') as Follow
    write(fields, follow)
      .then(() => (forget(), emptied(element, speaker, follow === 'next')), () => submit(button ?? element))
      .finally(() => (writing.current = false))
  }
  const form = useHouseForm(captureForm, { id: captureId, labels, initial: { enterprise: speaker, group }, result, send })
  useSpeaker(speaker)
  const forget = useDraft(captureId, `${person} ${conference}`)
  return (
    <HouseForm form={form} action={`/conferences/${conference}/desk`}>
      <input type="hidden" name="form" value="capture" readOnly />
      <EnterpriseInput conference={conference} {...form.field('enterprise')} />
      <Select optional options={groups} {...form.field('group')} />
      <TextArea rows={4} {...form.field('text')} />
      <div className="sticky bottom-0 -mx-4 -mb-4 flex flex-wrap gap-2 border-t border-line bg-paper px-4 py-2 sm:static sm:mx-0 sm:mb-3 sm:gap-3 sm:border-0 sm:p-0">
        <SubmitButton name="follow" value="next" aria-keyshortcuts="Control+Enter" className="grow max-sm:px-2 sm:grow-0"><Label of="next" /></SubmitButton>
        {mayAnswer && <SubmitButton name="follow" value="promise" variant="secondary" aria-keyshortcuts="Alt+Enter" className="max-sm:px-2"><Label of="promise" /></SubmitButton>}
        {mayAnswer && <SubmitButton name="follow" value="answer" variant="secondary" className="max-sm:px-2"><Label of="answer" /></SubmitButton>}
      </div>
      <p className="hidden text-sm text-ink-soft sm:block">{t(mayAnswer ? 'desk:capture.keys' : 'desk:capture.key')}</p>
    </HouseForm>
  )
}

/** On a phone the three stand side by side under the thumb. */
function Label({ of }: { of: Follow }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="sm:hidden">{t(`desk:capture.short.${of}`)}</span>
      <span className="hidden sm:inline">{t(`desk:capture.${of}`)}</span>
    </>
  )
}

/** What is typed, and when it was written down. */
function fieldsOf(element: HTMLFormElement): Fields {
  const sent = new FormData(element)
  const typed = ['enterprise', 'group', 'text'].map((name) => [name, String(sent.get(name) ?? '')])
  return { ...Object.fromEntries(typed), saidAt: new Date().toISOString() }
}

/** Nothing is typed yet but what the desk itself filled in. */
export const captured = () => document.querySelector<HTMLTextAreaElement>(`#${captureId}-text`)?.value.trim() ?? ''

/** Ready for the next comment: of whoever has the floor, often to the same group. */
function emptied(form: HTMLFormElement, speaker: string, focus: boolean) {
  const [enterprise, text] = ['enterprise', 'text'].map((name) => form.elements.namedItem(name))
  if (text instanceof HTMLTextAreaElement) text.value = ''
  if (enterprise instanceof HTMLInputElement) enterprise.value = speaker
  const first = speaker ? text : enterprise
  if (focus && first instanceof HTMLElement) first.focus()
}

/** Who is called to speak stands in the form, unless somebody else's words are still being written down there. */
function useSpeaker(speaker: string) {
  const before = useRef(speaker)
  const change = useCallback(() => {
    const enterprise = document.querySelector<HTMLInputElement>(`#${captureId}-enterprise`)
    if (!enterprise || speaker === before.current) return
    const untouched = enterprise.value === before.current || enterprise.value === ''
    before.current = speaker
    if (untouched && !captured()) enterprise.value = speaker
  }, [speaker])
  useEffect(change, [change])
}
