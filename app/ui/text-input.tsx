import { useEffect, useState, useSyncExternalStore, type InputHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Field, tied, type FieldProps, type Labelled } from './field.tsx'
import { formatDate } from './format.ts'

/** As wide as its place; a `size` or `cols` of its own makes it as wide as what is expected in it. */
export const control =
  'mt-1 block w-full [&[size]]:w-auto rounded border border-edge bg-paper px-3 py-2 leading-normal aria-invalid:border-2 aria-invalid:border-bad'

type Handled = keyof FieldProps | 'className'
type InputProps = Labelled & FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, Handled>
type AreaProps = Labelled & FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Handled>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export function TextInput({ label, hint, error, optional, id, inputRef, defaultValue, ...rest }: InputProps) {
  return (
    <Field {...{ id, label, hint, error, optional }}>
      <input id={id} ref={inputRef} defaultValue={one(defaultValue)} className={`${control} min-h-11`} {...tied(id, hint, error)} {...rest} />
    </Field>
  )
}

export function TextArea({ label, hint, error, optional, id, inputRef, defaultValue, rows = 5, ...rest }: AreaProps) {
  useTypedEarly(id)
  return (
    <Field {...{ id, label, hint, error, optional }}>
      <textarea id={id} ref={inputRef} defaultValue={one(defaultValue)} rows={rows} className={control} {...tied(id, hint, error)} {...rest} />
    </Field>
  )
}

const never = () => () => {}

/** React gives a textarea its first text back when it takes the page over: what was typed until then is put in again. */
function useTypedEarly(id: string) {
  const takingOver = useSyncExternalStore(never, () => false, () => true)
  const [typed] = useState(() => (takingOver && typeof document !== 'undefined' ? areaOf(id)?.value : undefined))
  useEffect(() => {
    const area = typed === undefined ? undefined : areaOf(id)
    if (area && typed !== undefined && area.value !== typed) area.value = typed
  }, [id, typed])
}

const areaOf = (id: string) => {
  const element = document.getElementById(id)
  return element instanceof HTMLTextAreaElement ? element : undefined
}

/** Typed, not picked: a browser's own field writes dates in the browser's order, here it is always day/month/year. */
export function DateInput({ defaultValue, hint, ...rest }: Omit<InputProps, 'type'>) {
  const { t } = useTranslation()
  const day = one(defaultValue)
  const shown = day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDate(day) : day
  return (
    <TextInput inputMode="numeric" autoComplete="off" size={12} hint={hint ?? t('common:form.dateHint')} defaultValue={shown} {...rest} />
  )
}
