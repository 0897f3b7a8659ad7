import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'

/** Dates run into next year long before it begins: on every page of the administration until its days are entered. */
export function NextYearAlarm({ year }: { year: number }) {
  const { t } = useTranslation()
  return (
    <div className="mb-6">
      <Notice tone="warn" title={t('rules:alarm.title', { year })}>
        <p>{t('rules:alarm.text', { year })}</p>
        <p className="mt-2"><Link to={`/admin/calendar?year=${year}`} className="link">{t('rules:alarm.open', { year })}</Link></p>
      </Notice>
    </div>
  )
}
