import { Form, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ConclusionView } from '#app/conclusions/conclusion-view.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'
import { IdempotencyKey } from '#app/ui/form.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

type Task = ConclusionView['tasks'][number]

/** The numbered tasks, each with who, by when, what comes of it, and the issues it is to settle. */
export function Tasks({ more }: { more: ReactNode }) {
  const { t } = useTranslation()
  const { conference, notice, tasks } = useLoaderData<ConclusionView>()
  const draft = notice?.state === 'draft'
  const page = `/conferences/${conference.id}/conclusion`
  const columns: Column<Task>[] = [
    { label: t('conclusions:task.number'), numeric: true, cell: ({ number }) => number },
    { label: t('conclusions:task.text'), heading: true, cell: ({ text }) => <span className="font-normal wrap-anywhere whitespace-pre-line">{text}</span> },
    { label: t('conclusions:task.leadUnit'), cell: ({ leadUnit }) => leadUnit },
    { label: t('conclusions:task.coordinatingUnits'), cell: ({ coordinatingUnits }) => coordinatingUnits.join('; ') },
    { label: t('conclusions:task.dueOn'), cell: ({ dueOn }) => <span className="numbers">{dueOn ? formatDate(dueOn) : t('conclusions:task.ownDates')}</span> },
    { label: t('conclusions:task.product'), cell: ({ product }) => product },
    { label: t('conclusions:task.issues'), cell: ({ issues }) => <Codes issues={issues} /> },
    ...(draft ? [{ label: t('conclusions:task.actions'), cell: (task: Task) => <Actions task={task} page={page} last={tasks.length} /> }] : []),
  ]
  const add = draft && <LinkButton to={`${page}/tasks/new`} variant="secondary">{t('conclusions:tasks.add')}</LinkButton>
  return (
    <Card title={t('conclusions:tasks.title', { count: tasks.length })} id="tasks" flush>
      {tasks.length > 0 ? (
        <Table caption={t('conclusions:tasks.caption')} columns={columns} rows={tasks} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={t('conclusions:tasks.none')}>{t('conclusions:tasks.noneLead')}</EmptyState>
      )}
      {(add || more) && <div className="flex flex-wrap gap-3 border-t border-line p-4">{add}{more}</div>}
    </Card>
  )
}

function Codes({ issues }: { issues: Task['issues'] }) {
  return (
    <ul className="flex flex-wrap gap-x-3">
      {issues.map(({ code }) => <li key={code}><a className="link numbers" href={`/issues/${code}`}>{code}</a></li>)}
    </ul>
  )
}

function Actions({ task: { id, number }, page, last }: { task: Task; page: string; last: number }) {
  const { t } = useTranslation()
  const to = (['up', 'down', 'away'] as const).filter((way) => (way === 'up' ? number > 1 : way === 'down' ? number < last : true))
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <a className="link py-2" href={`${page}/tasks/${id}`} aria-label={t('conclusions:task.editOf', { number })}>{t('conclusions:task.edit')}</a>
      <Form method="post" className="flex flex-wrap">
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
