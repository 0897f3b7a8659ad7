import { Link } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { IssueView } from '#app/issues/issue-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import { cutTo } from '#workflows/text/cut-to.ts'
import { WhyThisDate } from './why.tsx'

type Props = { view: Pick<IssueView, 'issue' | 'enterprise' | 'association' | 'conference' | 'handler' | 'why' | 'opensConference' | 'publishedOn' | 'tasks'> }

export function FactsCard({ view }: Props) {
  const { t } = useTranslation()
  const { issue, enterprise, association, conference, why } = view
  const place = enterprise && [enterprise.zone, enterprise.district].filter(Boolean).join(' · ')
  const held = conference && `${conference.title} (${formatDate(conference.heldOn)})`
  const moved = issue.dueAt && issue.firstDueOn && formatDate(issue.dueAt) !== formatDate(issue.firstDueOn)
  return (
    <Card title={t('issues:facts.title')}>
      <DefinitionList
        items={[
          { term: t('issues:facts.due'), value: issue.dueAt && <Due why={why} at={issue.dueAt} /> },
          { term: t('issues:facts.firstDue'), value: moved && formatDate(issue.firstDueOn ?? '') },
          { term: t('issues:facts.leadUnit'), value: issue.leadUnit ?? t('issues:facts.noLead') },
          { term: t('issues:list.holder'), value: view.handler && <Handler of={view.handler} /> },
          { term: t('issues:facts.coordinatingUnits'), value: issue.coordinatingUnits.join('; ') },
          { term: t('issues:facts.enterprise'), value: enterprise?.name },
          { term: t('issues:facts.taxCode'), value: enterprise?.taxCode },
          { term: t('issues:facts.place'), value: place },
          { term: t('issues:facts.association'), value: association },
          { term: t('issues:facts.conference'), value: held && (!view.opensConference ? held : <Link className="link" to={`/conferences/${conference.id}`}>{held}</Link>) },
          { term: t('carry:fact'), value: conference && conference.sessions > 0 && t('carry:sessions', { count: conference.sessions }) },
          { term: t('conclusions:ofIssue.title'), value: view.tasks.length > 0 && <Tasks of={view.tasks} /> },
          {
            term: t('publication:fact.term'),
            value: view.publishedOn && <Link className="link" to={`/published/${issue.code}`}>{t('publication:fact.published', { on: formatDate(view.publishedOn) })}</Link>,
          },
          { term: t('issues:facts.group'), value: issue.group },
          { term: t('issues:facts.topic'), value: issue.topic },
          { term: t('issues:facts.track'), value: issue.track !== 'petition' && t(`moves:option.track.${issue.track}`) },
          { term: t('issues:facts.extension'), value: issue.extension !== 'none' && t(`issues:extension.${issue.extension}`) },
          { term: t('issues:facts.handBacks'), value: issue.handBacks || undefined },
          { term: t('issues:facts.receivedAt'), value: formatDateTime(issue.receivedAt) },
        ].map((item) => ({ ...item, value: item.value || undefined }))}
      />
    </Card>
  )
}

function Tasks({ of }: { of: IssueView['tasks'] }) {
  const { t } = useTranslation()
  return (
    <ul className="space-y-1">
      {of.map(({ notice, issuedOn, number, text, dueOn }) => (
        <li key={`${notice} ${number}`} className="wrap-anywhere">
          {t(text ? 'conclusions:ofIssue.line' : 'conclusions:ofIssue.short', { number: notice, on: formatDate(issuedOn), task: number, text: cutTo(text ?? '', 160) })}
          {dueOn && <span className="numbers block">{t('conclusions:ofIssue.due', { dueOn: formatDate(dueOn) })}</span>}
        </li>
      ))}
    </ul>
  )
}

function Handler({ of: { name, until, standIn } }: { of: NonNullable<IssueView['handler']> }) {
  const { t } = useTranslation()
  if (!until || !standIn) return name
  return (
    <>
      {name}
      <span className="block text-sm text-warn">{t('absence:away', { holder: name, until: formatDate(until), standIn })}</span>
    </>
  )
}

function Due({ at, why }: { at: string; why: IssueView['why'] }) {
  return (
    <>
      <span className="numbers font-semibold">{formatDateTime(at)}</span>
      {why && <WhyThisDate why={why} />}
    </>
  )
}
