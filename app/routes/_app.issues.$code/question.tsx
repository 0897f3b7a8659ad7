import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { formatDate, formatTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'

/** Nobody has to look for what they are asked. */
export function Question({ of: { text, unit, until } }: { of: NonNullable<IssueView['question']> }) {
  const { t } = useTranslation()
  return (
    <Notice tone="warn" title={t('verdict:reply.asked', { unit: unit ?? t('verdict:reply.unit') })}>
      <p className="wrap-anywhere whitespace-pre-line">{text}</p>
      <p className="mt-2">{t('verdict:reply.until', { time: formatTime(until), date: formatDate(until) })}</p>
    </Notice>
  )
}
