import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { handedBackOf } from '#app/issues/handed-back.ts'
import { rowsFor } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import { horizonOf, rulesOf } from '#app/issues/rules.server.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { IssueTable } from '#app/ui/issue-table.tsx'
import { MoveDone } from '#app/ui/move-done.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { handedBackColumn } from './handed-back.tsx'
import { directoryOf } from '#db/queries/directory.ts'
import { namesRealDay } from '#workflows/deadlines/local-day.ts'
import { endOfDay } from '#workflows/reports/letters.ts'
import { countWork, directivesWaiting, elsewhere, listWork, mostCounted, queueNames, type QueueName } from '#db/queries/work.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'work:title')

const pageSize = 25

/** Queues in the order of a date that is not the issue's own. */
const dueLabels: Partial<Record<QueueName, string>> = {
  toAccept: 'work:due.toAccept', toApprove: 'work:due.toApprove', questions: 'work:due.questions', opinions: 'opinions:due', awaitingOpinions: 'opinions:due', handedBack: 'opinions:competence.forwardDue',
}

const isDay = (text: string) => /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && namesRealDay(text)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'officer', 'head', 'coordinator', 'secretary', 'leader', 'enterprise', 'association')
  const { searchParams } = new URL(args.request.url)
  const now = new Date()
  const [rules, directory] = await Promise.all([rulesOf(db()), directoryOf(db())])
  const until = searchParams.get('until') ?? ''
  // a letter of the morning counts what is due until the evening
  const horizon = { ...horizonOf(rules, now), ...(isDay(until) && { soon: endOfDay(until, rules.calendar) }) }
  const queues = await countWork(db(), actor, horizon)
  const asked = queueNames(actor.role).find((name) => name === searchParams.get('queue'))
  const queue = asked ?? queueNames(actor.role).find((name) => queues.some((one) => one.name === name && one.count > 0)) ?? queueNames(actor.role)[0] ?? 'underway'
  const page = await listWork(db(), actor, queue, horizon, { limit: pageSize, cursor: searchParams.get('cursor') ?? undefined })
  const name = namer(directory, languageOf(args.request, actor))
  const shown = queues.map(({ name: of, count }) => ({
    name: of, to: of === elsewhere ? `/directives?box=${directivesWaiting[actor.role]}` : `?queue=${of}`, count: count > mostCounted ? `${mostCounted}+` : count,
  }))
  const handedBack = queue === 'handedBack' ? handedBackOf(page.items, name) : []
  return { queues: shown, queue, handedBack, rows: rowsFor(page.items, { role: actor.role, unit: actor.unit, name, calendar: rules.calendar, now, promised: queue === 'commitments' || queue === 'slips' }), next: page.next }
}

export default function Work() {
  const { t } = useTranslation()
  const { queues, queue, rows, next, handedBack } = useLoaderData<typeof loader>()
  const tabs = queues.map(({ name, to, count }) => ({
    to, label: t(`work:queue.${name}`), count, current: name === queue,
  }))
  const dueLabel = dueLabels[queue]
  return (
    <>
      <PageHeader title={t('work:title')} lead={t(`work:about.${queue}`)} />
      <MoveDone />
      <Tabs label={t('work:queues')} items={tabs} />
      <Card flush>
        {rows.length > 0 ? (
          <IssueTable caption={t(`work:queue.${queue}`)} rows={rows} dueLabel={dueLabel && t(dueLabel)} also={handedBack.length > 0 ? handedBackColumn(handedBack, t) : undefined} />
        ) : (
          <EmptyState title={t('work:empty.title')}>{t('work:empty.lead')}</EmptyState>
        )}
        <Pagination next={next} />
      </Card>
    </>
  )
}
