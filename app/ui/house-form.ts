import { useSubmit } from '@remix-run/react'
import { useEffect, useMemo, type FocusEvent, type FormEvent } from 'react'
import { useForm, type FieldErrors as HookErrors, type FieldValues, type Resolver } from 'react-hook-form'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Translate } from '#app/i18n/instance.ts'
import type { FieldErrors } from '#app/i18n/message.ts'
import { checkForm, type FormSchema, type Values } from './check-form.ts'
import type { FieldProps } from './field.tsx'

export type FormResult = { errors: FieldErrors; values: Values }

type Options<Name extends string> = {
  /** Every field of the form and what it is called, at the field and in the summary of errors. */
  labels: Record<Name, string>
  /** Unique on the page; ids of fields begin with it. */
  id: string
  /** What the fields hold before anything was sent. */
  initial?: Values
  /** What the action returned, if anything. */
  result?: Partial<FormResult> | null
  /** Takes a form that passed its check, in place of sending it to the action. */
  send?: (form: HTMLFormElement, button: HTMLButtonElement | undefined) => void
}

export type HouseFormState = Pick<ReturnType<typeof useHouseForm<string>>, 'id' | 'wrong' | 'onSubmit'>

/**
 * A form that is checked on the spot by the schema its action uses. The browser reads the real form just as the server
 * will, so both say the same; without scripts the action alone does. Fields stay uncontrolled: what was typed stays.
 */
export function useHouseForm<Name extends string>(schema: FormSchema, options: Options<Name>) {
  const { id, labels, initial = {}, result, send } = options
  const { t } = useTranslation()
  const submit = useSubmit()
  const { errors: refused } = result ?? {}
  // the same object as long as the answer is the same: the hook below sets what it has not seen, and renders again
  const fromServer = useMemo(() => hookErrors(refused ?? {}, t), [refused, t])

  const resolver: Resolver = (values) => {
    const element = document.getElementById(id)
    const checked = element instanceof HTMLFormElement ? checkForm(schema, new FormData(element)) : undefined
    return checked?.ok === false ? { values: {}, errors: hookErrors(checked.errors, t) } : { values, errors: {} }
  }
  const form = useForm<FieldValues>({ mode: 'onTouched', resolver, errors: fromServer, shouldFocusError: false })
  const { errors, submitCount } = form.formState

  useEffect(() => {
    if (submitCount > 0 || Object.keys(fromServer).length > 0) document.getElementById(`${id}-summary`)?.focus()
  }, [id, submitCount, fromServer])

  const say = (name: string) => errors[name]?.message as string | undefined
  const field = (name: Name): FieldProps & { label: string } => {
    const { ref, onChange, onBlur } = form.register(name)
    const defaultValue = result?.values?.[name] ?? initial[name]
    const leave: FieldProps['onBlur'] = (event) => void (goesToButton(event) || onBlur(event))
    return { id: `${id}-${name}`, name, label: labels[name], error: say(name), defaultValue, inputRef: ref, onChange, onBlur: leave }
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    const target = event.currentTarget
    const { submitter } = event.nativeEvent as SubmitEvent
    const button = submitter instanceof HTMLButtonElement ? submitter : undefined
    // a button that asks the page for something, as `formNoValidate` says, before the form is complete
    if (!button?.formNoValidate) return void form.handleSubmit(() => (send ? send(target, button) : submit(button ?? target)))(event)
    event.preventDefault()
    submit(button)
  }
  const known = labels as Record<string, string | undefined>
  const wrong = Object.keys(errors).map((name) => ({ name, label: known[name], error: say(name) }))
  return { id, wrong, field, onSubmit }
}

/** An error that appears between pressing and releasing moves the button from under the finger, and the click is lost. */
const goesToButton = ({ relatedTarget }: FocusEvent<HTMLElement>) => relatedTarget instanceof HTMLButtonElement

function hookErrors(errors: FieldErrors, t: Translate): HookErrors {
  const entries = Object.entries(errors).map(([name, message]) => {
    return [name || 'root', { type: message.key, message: t(message.key, message.params) }]
  })
  return Object.fromEntries(entries) as HookErrors
}
