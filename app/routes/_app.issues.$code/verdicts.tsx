import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatDate, formatDateTime } from '#app/ui/format.ts'

type Props = Pick<IssueView, 'verdicts' | 'firstResult'>

/** What the enterprise said each time, and how the issue had ended before it was taken up again. */
export function Verdicts({ verdicts, firstResult }: Props) {
  const { t } = useTranslation()
  if (verdicts.length === 0 && !firstResult) return null
  return (
    <Card title={t('verdict:said.title')} id="verdicts">
      <ol className="space-y-4">
        {verdicts.map(({ number, solved, satisfied, reason, note, at, through }) => (
          <li key={number}>
            <p className="flex flex-wrap items-center gap-2">
              {verdicts.length > 1 && <span className="font-semibold">{t('verdict:said.time', { number })}</span>}
              <Badge tone={solved ? 'good' : 'bad'}>{t(`verdict:said.${solved ? 'solved' : 'notSolved'}`)}</Badge>
              <Badge tone={satisfied ? 'good' : 'warn'}>{t(`verdict:said.${satisfied ? 'satisfied' : 'notSatisfied'}`)}</Badge>
            </p>
            {reason && <p>{t('verdict:said.reason', { reason: t(`moves:option.reason.${reason}`) })}</p>}
            {note && <p className="wrap-anywhere whitespace-pre-line">{note}</p>}
            <p className="text-sm text-ink-soft">{[formatDateTime(at), through === 'link' && t('verdict:said.byLink')].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ol>
      {firstResult && (
        <p className="mt-4 border-t border-line pt-3">
          {t('verdict:said.first', { state: t(`issues:state.${firstResult.state}`), at: formatDateTime(firstResult.reopenedAt) })}{' '}
          {firstResult.answeredAt && t('verdict:said.firstAnswered', { on: formatDate(firstResult.answeredAt) })}
        </p>
      )}
    </Card>
  )
}
