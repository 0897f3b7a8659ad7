import type { ChangeEvent, FocusEvent, ReactNode, RefCallback } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** What `useHouseForm().field(name)` gives to one control. */
export type FieldProps = {
  id: string
  name: string
  error?: string
  defaultValue?: string | string[]
  inputRef?: RefCallback<HTMLElement>
  onChange?: (event: ChangeEvent<HTMLElement>) => void
  onBlur?: (event: FocusEvent<HTMLElement>) => void
}

export type Labelled = { label: ReactNode; hint?: ReactNode; optional?: boolean }

type Props = Labelled & Pick<FieldProps, 'id' | 'error'> & { children: ReactNode }

/** Label above, hint below it, then the error, then the control: the order in which a screen reader meets them. */
export function Field({ id, label, hint, error, optional, children }: Props) {
  return (
    <div className={error ? 'border-l-4 border-bad pl-3' : undefined}>
      <label htmlFor={id} className="block font-semibold">
        {label}
        {optional && <Optional />}
      </label>
      <Explained id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

export function Optional() {
  const { t } = useTranslation()
  return <span className="font-normal text-ink-soft"> ({t('common:form.optional')})</span>
}

export function Explained({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  const { t } = useTranslation()
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 font-semibold text-bad">
          <span className="sr-only">{t('common:form.error')}: </span>
          {error}
        </p>
      )}
    </>
  )
}

/** The attributes that tie a control to its hint and error. */
export function tied(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return { 'aria-describedby': ids.join(' ') || undefined, 'aria-invalid': error ? true : undefined }
}
