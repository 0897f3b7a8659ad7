import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { StateBadge } from '#app/ui/issue-table.tsx'
import type { Proposed, Similar } from './similar-for.server.ts'

type Props = { similar: Similar; issue: { code: string; version: number }; /** Where only some are shown. */ more?: boolean }

/** What asks the same: the cluster the issue is in, and proposals with reasons, each joined or refused with one click. */
export function SimilarCard({ similar: { cluster, mayLeave, proposed }, issue, more }: Props) {
  const { t } = useTranslation()
  return (
    <Card title={t('clusters:card.title')}>
      {cluster && (
        <p className="mb-3">
          <Link to={`/clusters/${cluster.id}`} className="link font-semibold">{t('clusters:card.in', { id: cluster.id, count: cluster.members })}</Link>
          {mayLeave && <> · <Link to={`/issues/${issue.code}?move=leaveCluster`} className="link">{t('moves:name.leaveCluster')}</Link></>}
        </p>
      )}
      {proposed === null && <Link to={`/issues/${issue.code}/similar`} className="link">{t('clusters:card.find')}</Link>}
      {proposed && (proposed.length > 0 ? (
        <>
          <p className="text-sm text-ink-soft">{t('clusters:card.lead')}</p>
          <ul className="mt-2 divide-y divide-line">
            {proposed.map((one) => <Proposal key={one.id} one={one} issue={issue} />)}
          </ul>
        </>
      ) : (
        !cluster && <p className="text-ink-soft">{t('clusters:card.none')}</p>
      ))}
      {more && proposed && proposed.length > 0 && <Link to={`/issues/${issue.code}/similar`} className="link mt-3 inline-block">{t('clusters:card.more')}</Link>}
    </Card>
  )
}

function Proposal({ one, issue }: { one: Proposed; issue: Props['issue'] }) {
  const { t } = useTranslation()
  return (
    <li className="py-3">
      <p>
        <Link to={`/issues/${one.code}`} className="link numbers font-semibold">{one.code}</Link> <StateBadge state={one.state} />
        {one.cluster && <span className="text-sm text-ink-soft"> {t('clusters:card.inCluster', { id: one.cluster })}</span>}
      </p>
      <p className="text-sm text-ink-soft">{[one.enterprise, one.leadUnit].filter(Boolean).join(' · ')}</p>
      <p className="mt-1 line-clamp-4 wrap-anywhere whitespace-pre-line">{one.text}</p>
      <ul className="mt-1 list-disc pl-5 text-sm">
        {one.reasons.map(({ key, params }) => <li key={key}>{t(`clusters:reason.${key}`, params)}</li>)}
      </ul>
      <Form method="post" action={`/issues/${issue.code}/similar`} className="mt-2 flex flex-wrap gap-3">
        <IdempotencyKey of={`similar-${one.id}`} />
        <input type="hidden" name="other" value={one.code} readOnly />
        <input type="hidden" name="version" value={issue.version} readOnly />
        <input type="hidden" name="otherVersion" value={one.version} readOnly />
        <SubmitButton name="intent" value="same" variant="secondary" aria-label={t('clusters:card.sameAs', { code: one.code })}>{t('clusters:card.same')}</SubmitButton>
        <SubmitButton name="intent" value="other" variant="quiet" aria-label={t('clusters:card.otherThan', { code: one.code })}>{t('clusters:card.other')}</SubmitButton>
      </Form>
    </li>
  )
}
