import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { dayKinds } from '#app/admin/calendar-form.ts'
import { day as realDay } from '#app/admin/fields.ts'
import { MovedTable } from '#app/admin/moved-list.tsx'
import { pageAsked } from '#app/admin/page-asked.ts'
import { movedByDay } from '#app/admin/preview-day.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'rules:moved.title')

/** The whole list behind the preview of a day; nothing is stored by looking. Without a kind: the day taken off the list. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const search = new URL(args.request.url).searchParams
  const date = realDay.safeParse(search.get('date')).data ?? notFound('day')
  const kind = dayKinds.find((one) => one === search.get('kind'))
  return { date, kind: kind ?? null, moved: await movedByDay(db(), date, kind && { kind, name: '' }, pageAsked(search)) }
}

export default function MovedIssues() {
  const { t } = useTranslation()
  const { date, kind, moved } = useLoaderData<typeof loader>()
  const what = kind ? t('admin:calendar.confirm', { date: formatDate(date), kind: t(`admin:dayKind.${kind}`) }) : t('admin:calendar.confirmRemoval', { date: formatDate(date) })
  return (
    <>
      <PageHeader title={t('rules:moved.title')} lead={what} crumbs={[{ label: t('admin:calendar.title'), to: `/admin/calendar?year=${date.slice(0, 4)}` }]} />
      <Card flush title={t('rules:moved.count', { count: moved.issues })}>
        <MovedTable rows={moved.rows} />
        <Pagination next={moved.next === null ? null : String(moved.next)} />
      </Card>
    </>
  )
}
