import { Form, useNavigation, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, type ButtonProps } from './button.tsx'
import type { HouseFormState } from './house-form.ts'

type Props = { form: HouseFormState; action?: string; encType?: 'multipart/form-data'; children: ReactNode }

/** A real form that posts, with or without scripts, under a key that lets a second click do nothing. */
export function HouseForm({ form, action, encType, children }: Props) {
  return (
    <Form
      id={form.id}
      method="post"
      action={action}
      encType={encType}
      onSubmit={form.onSubmit}
      className="space-y-6"
      noValidate
    >
      <ErrorSummary form={form} />
      <IdempotencyKey of={form.id} />
      {children}
    </Form>
  )
}

/** Renewed with the root's data after every accepted action, kept after a refused one; `of` tells the page's forms apart. */
export function IdempotencyKey({ of }: { of: string }) {
  const root = useRouteLoaderData('root') as { formKey?: string } | undefined
  return <input type="hidden" name="idempotencyKey" value={`${root?.formKey ?? ''}.${of}`} readOnly />
}

function ErrorSummary({ form }: { form: HouseFormState }) {
  const { t } = useTranslation()
  if (form.wrong.length === 0) return null
  return (
    <div id={`${form.id}-summary`} role="alert" tabIndex={-1} className="rounded border-2 border-bad bg-bad-wash p-4">
      <p className="font-semibold text-bad">{t('common:form.summary', { count: form.wrong.length })}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {form.wrong.map(({ name, label, error }) => (
          <li key={name}>
            {label ? <a href={`#${form.id}-${name}`} className="link">{`${label.replace(/\?$/, '')}: ${error}`}</a> : error}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Goes to sleep while anything is being sent. */
export function SubmitButton({ children, ...props }: ButtonProps) {
  const { t } = useTranslation()
  const sending = useNavigation().formData !== undefined
  return (
    <Button type="submit" disabled={sending} {...props}>
      {sending ? t('common:form.sending') : children}
    </Button>
  )
}
