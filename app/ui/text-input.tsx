import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { Field, tied, type FieldProps, type Labelled } from './field.tsx'

export const control =
  'mt-1 block w-full rounded border border-edge bg-paper px-3 py-2 leading-normal aria-invalid:border-2 aria-invalid:border-bad'

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
  return (
    <Field {...{ id, label, hint, error, optional }}>
      <textarea id={id} ref={inputRef} defaultValue={one(defaultValue)} rows={rows} className={control} {...tied(id, hint, error)} {...rest} />
    </Field>
  )
}

/** The browser's own calendar; what is sent is yyyy-MM-dd whatever the browser shows. */
export function DateInput(props: Omit<InputProps, 'type'>) {
  return (
    <div className="max-w-56">
      <TextInput type="date" {...props} />
    </div>
  )
}
