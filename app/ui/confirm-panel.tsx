import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { SubmitButton } from './form.tsx'

type Props = {
  title: ReactNode
  /** What will happen, in words a person can be held to. */
  children: ReactNode
  confirm: string
  cancelTo: string
  danger?: boolean
}

/** The last look before something that cannot be taken back; stands inside a form. */
export function ConfirmPanel({ title, children, confirm, cancelTo, danger }: Props) {
  const { t } = useTranslation()
  return (
    <div className={`rounded border border-l-4 bg-paper p-5 ${danger ? 'border-bad' : 'border-navy'}`}>
      <p className="text-lg font-semibold">{title}</p>
      <div className="mt-2">{children}</div>
      <div className="mt-5 flex flex-wrap items-center gap-4">
        <SubmitButton variant={danger ? 'danger' : 'primary'}>{confirm}</SubmitButton>
        <a href={cancelTo} className="link py-2">
          {t('common:form.cancel')}
        </a>
      </div>
    </div>
  )
}
