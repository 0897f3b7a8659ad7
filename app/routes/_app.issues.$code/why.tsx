import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { formatDate, formatDateTime, formatWeekday } from '#app/ui/format.ts'
import type { Step } from '#workflows/deadlines/steps.ts'

/** «Why this date»: the term, its ground, and every day that was or was not counted. */
export function WhyThisDate({ why }: { why: NonNullable<IssueView['why']> }) {
  const { t } = useTranslation()
  const { amount, amountUnit, extensionDays, legalBasis, steps, changes } = why
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
      {changes.length > 0 && (
        <>
          <p className="mt-3 font-semibold">{t('clocks:changed.title')}</p>
          <ol className="mt-1 space-y-1 text-sm">
            {changes.map((change, at) => <ChangeLine key={`${change.at}-${at}`} change={change} />)}
          </ol>
        </>
      )}
    </details>
  )
}

type Change = NonNullable<IssueView['why']>['changes'][number]

/** A date that was replaced: when, by which, and why. */
function ChangeLine({ change: { at, from, to, reason, cause, note } }: { change: Change }) {
  const { t } = useTranslation()
  const why = cause === null
    ? t(`clocks:changed.${reason}`)
    : cause.key === 'policy'
      ? t('clocks:changed.policyBasis', { legalBasis: cause.legalBasis })
      : t(`clocks:changed.${cause.key}`, { date: formatDate(cause.date), kind: t(`clocks:dayKind.${cause.kind}`), name: cause.name })
  return (
    <li>
      <span className="numbers">{t('clocks:changed.line', { at: formatDateTime(at), from: formatDateTime(from), to: formatDateTime(to) })}</span>
      {` – ${why}`}
      {note && <span className="block wrap-anywhere text-ink-soft">{note}</span>}
    </li>
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
