import type { ReactNode, SelectHTMLAttributes } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Explained, Field, Optional, tied, type FieldProps, type Labelled } from './field.tsx'
import { control } from './text-input.tsx'

export type Option = { value: string; label: ReactNode; hint?: ReactNode }
type OptionGroup = { label: string; options: Option[] }

type SelectProps = Labelled &
  FieldProps & { options: (Option | OptionGroup)[]; empty?: string | false } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    keyof FieldProps | 'className'
  >

/** `empty` is the first line that chooses nothing: its words, or false for none. */
export function Select(props: SelectProps) {
  const { t } = useTranslation()
  const { label, hint, error, optional, id, inputRef, options, empty, ...rest } = props
  return (
    <Field {...{ id, label, hint, error, optional }}>
      <select id={id} ref={inputRef} className={`${control} min-h-11`} {...tied(id, hint, error)} {...rest}>
        {empty !== false && !rest.multiple && <option value="">{empty ?? t('common:form.choose')}</option>}
        {options.map((one) =>
          'options' in one ? (
            <optgroup key={one.label} label={one.label}>
              {one.options.map(line)}
            </optgroup>
          ) : (
            line(one)
          ),
        )}
      </select>
    </Field>
  )
}

const line = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
)

type GroupProps = Labelled & FieldProps & { options: Option[] }

export function RadioGroup(props: GroupProps) {
  return <Choices type="radio" {...props} />
}

export function CheckboxGroup(props: GroupProps) {
  return <Choices type="checkbox" {...props} />
}

/** The first choice carries the id of the field, so that the error summary's link lands on it. */
function Choices(props: GroupProps & { type: 'radio' | 'checkbox' }) {
  const { type, label, hint, error, optional, options, id, ...field } = props
  return (
    <fieldset {...tied(id, hint, error)} className={error ? 'border-l-4 border-bad pl-3' : undefined}>
      <legend className="font-semibold">
        {label}
        {optional && <Optional />}
      </legend>
      <Explained id={id} hint={hint} error={error} />
      <div className="mt-2 space-y-1">
        {options.map((option, index) => (
          <Choice key={option.value} type={type} id={index === 0 ? id : `${id}-${index}`} {...field} option={option} />
        ))}
      </div>
    </fieldset>
  )
}

type ChoiceProps = Omit<FieldProps, 'error'> & { type: 'radio' | 'checkbox'; option: Option }

/**
 * Boxes and buttons are not handed to the form library: it ticks all boxes of one name when the first is ticked to
 * begin with. The form is read from the page anyway.
 */
function Choice({ type, option, id, inputRef: _, defaultValue, ...rest }: ChoiceProps) {
  const chosen = [defaultValue ?? []].flat().includes(option.value)
  return (
    <div className="flex gap-3">
      <input
        type={type}
        id={id}
        value={option.value}
        defaultChecked={chosen}
        aria-describedby={option.hint ? `${id}-more` : undefined}
        className="mt-3 size-5 shrink-0 accent-navy"
        {...rest}
      />
      <div className="py-2">
        <label htmlFor={id} className="block">
          {option.label}
        </label>
        {option.hint && (
          <p id={`${id}-more`} className="text-sm text-ink-soft">
            {option.hint}
          </p>
        )}
      </div>
    </div>
  )
}

/** One box that says yes; unticked it sends nothing. */
export function Checkbox(props: Labelled & FieldProps & { value?: string }) {
  const { label, hint, error, id, value = 'yes', optional: _, ...rest } = props
  return (
    <div className={error ? 'border-l-4 border-bad pl-3' : undefined}>
      <Explained id={id} error={error} />
      <Choice type="checkbox" id={id} {...rest} option={{ value, label, hint }} />
    </div>
  )
}
