import type { InputHTMLAttributes } from 'react'
import { Field, tied, type FieldProps, type Labelled } from './field.tsx'
import { control } from './text-input.tsx'

type Props = Labelled & FieldProps & Pick<InputHTMLAttributes<HTMLInputElement>, 'accept' | 'multiple'>

/** A file of the person's own; a refused form cannot fill it again, so its hint should say what is taken. */
export function FileInput({ label, hint, error, optional, id, inputRef, defaultValue: _, ...rest }: Props) {
  return (
    <Field {...{ id, label, hint, error, optional }}>
      <input type="file" id={id} ref={inputRef} className={`${control} min-h-11`} {...tied(id, hint, error)} {...rest} />
    </Field>
  )
}
