import { FileList } from '#app/files/file-list.tsx'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import type { Tone } from '#app/ui/tone.ts'
import type { CommitmentState } from '#workflows/commitment/machine.ts'

type Commitment = IssueView['commitments'][number]

export const toneOfCommitment: Record<CommitmentState, Tone> = {
  promised: 'info', slipped: 'warn', done: 'good', confirmed: 'good', broken: 'bad',
}
const toneOfSlip: Record<Commitment['slips'][number]['state'], Tone> = { asked: 'warn', granted: 'info', declined: 'plain', lapsed: 'plain' }

/** What was promised, the dates it was promised for, first to last, and what came of it. */
export function Commitments({ items }: { items: Commitment[] }) {
  const { t } = useTranslation()
  if (items.length === 0) return null
  return (
    <Card title={t('issues:commitments.title')} id="commitments">
      <ul className="space-y-6">
        {items.map((one) => (
          <li key={one.number}>
            <p className="flex flex-wrap items-center gap-2">
              <span className="numbers font-semibold">{t('commitments:number', { number: one.number })}</span>
              <Badge tone={toneOfCommitment[one.state]}>{t(`issues:commitments.${one.state}`)}</Badge>
              <span className="numbers">{t('issues:commitments.due', { on: formatDate(one.dueOn) })}</span>
              {one.dueOn !== one.firstDueOn && <span className="text-sm text-ink-soft">{t('issues:commitments.first', { on: formatDate(one.firstDueOn) })}</span>}
            </p>
            <p className="mt-1 wrap-anywhere whitespace-pre-line">{one.text}</p>
            <p className="text-sm text-ink-soft">
              {[one.ownerUnit, one.responsible, one.replaces && t('commitments:replaces', { number: one.replaces })].filter(Boolean).join(' · ')}
            </p>
            <Slips slips={one.slips} />
            <Outcome commitment={one} replacedBy={items.find(({ replaces }) => replaces === one.number)?.number} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Slips({ slips }: Pick<Commitment, 'slips'>) {
  const { t } = useTranslation()
  if (slips.length === 0) return null
  return (
    <ol className="mt-2 space-y-2 border-l-4 border-line pl-4 text-sm" aria-label={t('commitments:slip.title')}>
      {slips.map(({ number, state, fromOn, toOn, reason, askedBy, askedAt, decidedBy, decidedAt, decisionNote }) => (
        <li key={number}>
          <span className="numbers">{t('commitments:slip.dates', { from: formatDate(fromOn), to: formatDate(toOn) })}</span>{' '}
          <Badge tone={toneOfSlip[state]}>{t(`commitments:slip.${state}`)}</Badge>
          {reason && <p className="wrap-anywhere whitespace-pre-line">{reason}</p>}
          {askedBy && <p className="text-ink-soft">{t('commitments:slip.askedBy', { name: askedBy, at: formatDateTime(askedAt) })}</p>}
          {decidedBy && decidedAt && <p className="text-ink-soft">{t('commitments:slip.decidedBy', { name: decidedBy, at: formatDateTime(decidedAt) })}</p>}
          {decisionNote && <p className="wrap-anywhere whitespace-pre-line">{decisionNote}</p>}
        </li>
      ))}
    </ol>
  )
}

function Outcome({ commitment: { evidence, evidenceUrl, files, doneAt, brokenAt, brokenBecause }, replacedBy }: { commitment: Commitment; replacedBy?: number }) {
  const { t } = useTranslation()
  return (
    <>
      {evidence && <p className="mt-1 wrap-anywhere whitespace-pre-line">{t('issues:commitments.evidence', { text: evidence })}</p>}
      {evidenceUrl && <p><a className="link wrap-anywhere" href={evidenceUrl} rel="noopener noreferrer nofollow">{evidenceUrl}</a></p>}
      <FileList files={files} />
      {doneAt && <p className="text-sm text-ink-soft">{t('commitments:doneAt', { at: formatDateTime(doneAt) })}</p>}
      {brokenAt && <p className="mt-1 wrap-anywhere whitespace-pre-line">{t('commitments:brokenBecause', { at: formatDateTime(brokenAt), reason: brokenBecause ?? '' })}</p>}
      {brokenAt && <p className="text-sm text-ink-soft">{replacedBy ? t('commitments:replacedBy', { number: replacedBy }) : t('commitments:notReplaced')}</p>}
    </>
  )
}
