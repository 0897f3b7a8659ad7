import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { SubmitButton } from '#app/ui/form.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'

type Props = { address: { createdAt: Date; lastUsedAt: Date | null } | null }

/** The secret address by which another calendar shows one's commitments. */
export function CalendarCard({ address }: Props) {
  const { t } = useTranslation()
  const made = (useActionData() as { address?: string } | undefined)?.address
  return (
    <Card title={t('commitments:address.title')} id="calendar">
      <p className="text-ink-soft">{t('commitments:address.hint')}</p>
      {made && (
        <div className="mt-4">
          <Notice tone="good" title={t('commitments:address.made')} alert>
            <code className="wrap-anywhere">{made}</code>
          </Notice>
        </div>
      )}
      {address && (
        <p className="mt-3">
          {t('commitments:address.since', { at: formatDateTime(address.createdAt) })}{' '}
          {address.lastUsedAt ? t('commitments:address.used', { at: formatDateTime(address.lastUsedAt) }) : t('commitments:address.unused')}
        </p>
      )}
      <Form method="post" className="mt-4 flex flex-wrap gap-3">
        <SubmitButton name="intent" value="calendar" variant="secondary">{t(address ? 'commitments:address.renew' : 'commitments:address.make')}</SubmitButton>
        {address && <SubmitButton name="intent" value="endCalendar" variant="secondary">{t('commitments:address.end')}</SubmitButton>}
      </Form>
    </Card>
  )
}
