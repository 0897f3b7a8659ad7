import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { formatDate, formatWeekday } from '#app/ui/format.ts'
import type { Step } from '#workflows/deadlines/steps.ts'

/** «Why this date»: the term, its ground, and every day that was or was not counted. */
export function WhyThisDate({ why }: { why: NonNullable<IssueView['why']> }) {
  const { t } = useTranslation()
  const { amount, amountUnit, extensionDays, legalBasis, steps } = why
  return (
    <details className="mt-1">
      <summary className="text-info underline">{t('deadlines:why')}</summary>
      <p className="mt-2">
        {t(`deadlines:term.${amountUnit}`, { count: amount })}
        {extensionDays > 0 && `; ${t('deadlines:extended', { count: extensionDays })}`}
      </p>
      {legalBasis && <p className="text-sm text-ink-soft">{legalBasis}</p>}
      <ol className="mt-2 space-y-1 text-sm">
        {steps.map((step, at) => <StepLine key={`${step.date}-${at}`} step={step} />)}
      </ol>
    </details>
  )
}

function StepLine({ step: { kind, date, reason } }: { step: Step }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const day = { from: reason?.params.from && formatDate(reason.params.from), to: reason?.params.to && formatDate(reason.params.to) }
  const said = kind === 'movedToNextWorkingDay' ? 'moved' : 'reason'
  return (
    <li className={kind === 'due' ? 'font-semibold' : kind === 'skipped' ? 'text-ink-soft' : undefined}>
      <span className="numbers">{formatWeekday(date, language)} {formatDate(date)}</span>
      {reason && <> – {t(`deadlines:${said}.${reason.key}`, { ...reason.params, ...day })}</>}
    </li>
  )
}
