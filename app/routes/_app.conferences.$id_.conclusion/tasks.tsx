import { Form, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ConclusionView } from '#app/conclusions/conclusion-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'
import { IdempotencyKey } from '#app/ui/form.tsx'

type Task = ConclusionView['tasks'][number]

/** The numbered tasks, each with who, by when, what comes of it, and the issues it is to settle. */
export function Tasks({ more }: { more: ReactNode }) {
  const { t } = useTranslation()
  const { conference, notice, tasks } = useLoaderData<ConclusionView>()
  const draft = notice?.state === 'draft'
  const page = `/conferences/${conference.id}/conclusion`
  const add = draft && <LinkButton to={`${page}/tasks/new`} variant="secondary">{t('conclusions:tasks.add')}</LinkButton>
  return (
    <Card title={t('conclusions:tasks.title', { count: tasks.length })} id="tasks" flush>
      {tasks.length === 0 && <EmptyState title={t('conclusions:tasks.none')}>{t('conclusions:tasks.noneLead')}</EmptyState>}
      <ol className="divide-y divide-line">
        {tasks.map((task) => (
          <li key={task.id} id={`task-${task.number}`} className="grid gap-x-6 gap-y-2 p-4 md:grid-cols-[1fr_auto]">
            <OneTask task={task} draft={draft} />
            {draft && <Actions task={task} page={page} last={tasks.length} />}
          </li>
        ))}
      </ol>
      {(add || more) && <div className="flex flex-wrap gap-3 border-t border-line p-4">{add}{more}</div>}
    </Card>
  )
}

function OneTask({ task, draft }: { task: Task; draft: boolean }) {
  const { t } = useTranslation()
  const facts = [
    ['leadUnit', task.leadUnit], ['coordinatingUnits', task.coordinatingUnits.join('; ')],
    ['dueOn', task.dueOn ? formatDate(task.dueOn) : t('conclusions:task.ownDates')], ['product', task.product],
  ].filter(([, value]) => value)
  return (
    <div className="min-w-0 space-y-1">
      <p className="wrap-anywhere whitespace-pre-line"><strong className="numbers">{task.number}.</strong> {task.text}</p>
      <dl className="flex flex-wrap gap-x-6">
        {facts.map(([name, value]) => (
          <div key={name} className="flex flex-wrap gap-x-2">
            <dt className="text-ink-soft">{t(`conclusions:task.${name}`)}:</dt>
            <dd className="numbers">{value}</dd>
          </div>
        ))}
      </dl>
      {!draft && <Progress of={task} />}
      <Codes issues={task.issues} />
    </div>
  )
}

/** How far it has come: the promise it is, or the answers of the issues it names. */
function Progress({ of: { promise, issues, settled } }: { of: Task }) {
  const { t } = useTranslation()
  const words = promise ? t(`issues:commitments.${promise}`) : issues.length > 0 ? t('conclusions:task.settled', { settled, of: issues.length }) : t('conclusions:task.unlinked')
  return <p><span className="text-ink-soft">{t('conclusions:task.progress')}:</span> <strong>{words}</strong></p>
}

/** A task for all the answers of a unit names dozens of issues. */
const shownAtOnce = 6

function Codes({ issues }: { issues: Task['issues'] }) {
  const { t } = useTranslation()
  if (issues.length === 0) return null
  const links = (
    <ul className="flex flex-wrap gap-x-4">
      {issues.map(({ code }) => <li key={code}><a className="link numbers inline-block py-1" href={`/issues/${code}`}>{code}</a></li>)}
    </ul>
  )
  if (issues.length <= shownAtOnce) return links
  return (
    <details>
      <summary className="cursor-pointer py-1 text-navy underline">{t('conclusions:task.manyIssues', { count: issues.length })}</summary>
      {links}
    </details>
  )
}

function Actions({ task: { id, number }, page, last }: { task: Task; page: string; last: number }) {
  const { t } = useTranslation()
  const to = (['up', 'down', 'away'] as const).filter((way) => (way === 'up' ? number > 1 : way === 'down' ? number < last : true))
  return (
    <div className="flex flex-wrap items-start gap-x-2">
      <LinkButton variant="quiet" to={`${page}/tasks/${id}`} aria-label={t('conclusions:task.editOf', { number })}>{t('conclusions:task.edit')}</LinkButton>
      <Form method="post" className="flex flex-wrap" preventScrollReset>
        <IdempotencyKey of={`order-${id}`} />
        <input type="hidden" name="intent" value="order" readOnly />
        <input type="hidden" name="task" value={id} readOnly />
        {to.map((way) => (
          <Button key={way} type="submit" variant="quiet" name="to" value={way} aria-label={t(`conclusions:task.${way}Of`, { number })}>
            {t(`conclusions:task.${way}`)}
          </Button>
        ))}
      </Form>
    </div>
  )
}
