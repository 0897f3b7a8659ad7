import { useTranslation } from '#app/i18n/use-translation.ts'
import type { CommitmentRow } from '#app/commitments/calendar-view.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { formatDate } from '#app/ui/format.ts'
import { Left } from '#app/ui/issue-table.tsx'
import { toneOfCommitment } from '../_app.issues.$code/commitments.tsx'

/** `dated`: each with its day, where the list does not stand under one. */
export function CommitmentList({ items, dated }: { items: CommitmentRow[]; dated?: boolean }) {
  const { t } = useTranslation()
  if (items.length === 0) return <p className="text-ink-soft">{t('commitments:calendar.noneOverdue')}</p>
  return (
    <ul className="divide-y divide-line">
      {items.map(({ id, code, number, state, text, ownerUnit, responsible, dueOn, firstDueOn, left }) => (
        <li key={id} className="py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <a className="link numbers font-semibold" href={`/issues/${code}#commitments`}>{code} · {t('commitments:number', { number })}</a>
            <Badge tone={toneOfCommitment[state]}>{t(`issues:commitments.${state}`)}</Badge>
            {dated && <span className="numbers">{t('issues:commitments.due', { on: formatDate(dueOn) })}</span>}
            {left && <Left left={left} />}
          </p>
          <p className="wrap-anywhere">{text}</p>
          <p className="text-sm text-ink-soft">
            {[ownerUnit, responsible, dueOn !== firstDueOn && t('issues:commitments.first', { on: formatDate(firstDueOn) })].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
