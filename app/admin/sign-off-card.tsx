import { useActionData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm, type FormResult } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { yearForm } from './calendar-form.ts'

export type SignOff = { year: number; name: string; at: string; voided: { by: string; at: string } | null } | null

/** Whether somebody checked this year's calendar, and whether that still holds. */
export function SignOffCard({ year, signOff }: { year: number; signOff: SignOff }) {
  const { t } = useTranslation()
  const form = useHouseForm(yearForm, { id: 'sign-off', labels: { year: t('rules:signOff.title') }, initial: { year: String(year) }, result: useActionData<FormResult>() })
  const standing = signOff !== null && signOff.voided === null
  return (
    <Card title={t('rules:signOff.title')}>
      <Notice tone={standing ? 'good' : 'warn'} title={said(t, year, signOff)} />
      {!standing && (
        <div className="mt-4">
          <HouseForm form={form}>
            <input type="hidden" name="year" value={year} />
            <p className="text-ink-soft">{t('rules:signOff.hint')}</p>
            <SubmitButton variant="secondary">{t('rules:signOff.act', { year })}</SubmitButton>
          </HouseForm>
        </div>
      )}
    </Card>
  )
}

function said(t: (key: string, params: Record<string, unknown>) => string, year: number, signOff: SignOff): string {
  if (signOff === null) return t('rules:signOff.none', { year })
  const { name, at, voided } = signOff
  const who = { year, name, at: formatDateTime(at) }
  return voided ? t('rules:signOff.voided', { ...who, by: voided.by, voided: formatDateTime(voided.at) }) : t('rules:signOff.standing', who)
}
