import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { ConferenceTabs } from '#app/conferences/conference-tabs.tsx'
import { readinessView } from '#app/conferences/readiness-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'before:readiness.pageTitle', { title: data?.conference.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  return readinessView(db(), actor, args.params.id, languageOf(args.request, actor))
}

type View = Awaited<ReturnType<typeof readinessView>>
const tones = { done: 'good', open: 'info', late: 'bad', none: 'plain' } as const

export default function Readiness() {
  const { t } = useTranslation()
  const { conference, lines, units, formOpen } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('before:readiness.title')}
        crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }]}
        lead={t('before:readiness.lead', { held: formatDate(conference.heldOn) })}
      />
      <ConferenceTabs conference={conference.id} />
      <div className="space-y-6">
        <Card title={t('before:readiness.tasks')} flush>
          <ul className="divide-y divide-line">{lines.map((line) => <Task key={line.task} line={line} formOpen={formOpen} />)}</ul>
        </Card>
        <ByUnit units={units} due={conference.answersDueOn ?? conference.heldOn} />
      </div>
    </>
  )
}

function Task({ line: { task, state, left, of, due, to }, formOpen }: { line: View['lines'][number]; formOpen: boolean }) {
  const { t } = useTranslation()
  const told = task === 'collection' && formOpen ? 'before:readiness.task.collection.form' : `before:readiness.task.${task}.${state}`
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
      <span className="w-32"><Badge tone={tones[state]}>{t(`before:readiness.state.${state}`)}</Badge></span>
      <span className="min-w-0 grow basis-64">
        <Link to={to} className="link inline-block py-1 font-semibold">{t(`before:readiness.task.${task}.name`)}</Link>
        <span className="block text-ink-soft">{t(told, { left, all: of })}</span>
      </span>
      {due && state !== 'done' && <span className="numbers text-sm text-ink-soft">{t('before:readiness.due', { date: formatDate(due) })}</span>}
    </li>
  )
}

function ByUnit({ units, due }: { units: View['units']; due: string }) {
  const { t } = useTranslation()
  const number = (n: number, to: string) => <Link to={to} className="link">{n}</Link>
  const columns: Column<View['units'][number]>[] = [
    { label: t('before:readiness.unit'), heading: true, cell: ({ label }) => label ?? t('before:readiness.noUnit') },
    { label: t('before:readiness.all'), numeric: true, cell: ({ all, toAll }) => number(all, toAll) },
    { label: t('before:readiness.unaccepted'), numeric: true, cell: ({ unaccepted, toUnaccepted }) => number(unaccepted, toUnaccepted) },
    { label: t('before:readiness.answered'), numeric: true, cell: ({ answered, toAnswered }) => number(answered, toAnswered) },
    { label: t('before:readiness.owed'), numeric: true, cell: ({ open, toOpen }) => number(open, toOpen) },
  ]
  return (
    <Card title={t('before:readiness.answersDue', { date: formatDate(due) })} flush>
      {units.length > 0 ? <Table compact caption={t('before:readiness.byUnit')} columns={columns} rows={units} rowKey={({ code }) => code ?? 'none'} />
        : <EmptyState title={t('before:readiness.noIssues')}>{t('before:readiness.noIssuesLead')}</EmptyState>}
    </Card>
  )
}
