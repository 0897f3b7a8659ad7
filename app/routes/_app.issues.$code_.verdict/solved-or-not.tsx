import { useTranslation } from '#app/i18n/use-translation.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { formatDate, formatTime } from '#app/ui/format.ts'
import type { View } from './judged.tsx'

/** The first question. Each answer says where it leads before it is given; one that is not open says why. */
export function SolvedOrNot({ view }: { view: View }) {
  const { t } = useTranslation()
  const { code, mayConfirm, mayDispute, disputeUntil, alreadyReopened } = view
  const until = { time: disputeUntil && formatTime(disputeUntil), date: disputeUntil && formatDate(disputeUntil) }
  if (!mayConfirm && !mayDispute) {
    return (
      <>
        <Notice>{t('verdict:closed')}</Notice>
        <LinkButton to={`/issues/${code}`}>{t('verdict:toIssue')}</LinkButton>
      </>
    )
  }
  return (
    <section aria-labelledby="question" className="space-y-4">
      <h2 id="question" className="text-xl font-semibold">{t('verdict:question')}</h2>
      {mayConfirm && <Choice to={`/issues/${code}/verdict?solved=yes`} label={t('verdict:yes.choose')} leads={t('verdict:yes.leads')} />}
      {mayDispute && <Choice to={`/issues/${code}/verdict?solved=no`} label={t('verdict:no.choose')} leads={t('verdict:no.leads')} />}
      {mayDispute && <Notice tone="warn">{t('verdict:until', until)}</Notice>}
      {!mayDispute && <Notice>{t(alreadyReopened ? 'verdict:once' : 'verdict:tooLate', until)}</Notice>}
    </section>
  )
}

function Choice({ to, label, leads }: { to: string; label: string; leads: string }) {
  return (
    <div className="rounded border border-line bg-paper p-4">
      <LinkButton to={to} variant="secondary" className="w-full">
        {label}
      </LinkButton>
      <p className="mt-2 text-ink-soft">{leads}</p>
    </div>
  )
}
