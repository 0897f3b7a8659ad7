import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { calendarReaders } from '#app/commitments/readers.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { promiseList } from '#app/reports/promise-view.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { CommitmentList } from './_app.commitments/list.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'times:list.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...calendarReaders)
  return promiseList(db(), actor, new URL(args.request.url).searchParams, languageOf(args.request, actor))
}

export default function PromiseList() {
  const { t } = useTranslation()
  const { box, count, items, next, at, narrowed } = useLoaderData<typeof loader>()
  const what = [t(`times:promise.${box}`), ...narrowed.map(({ label }) => label), t('reports:asOf', { at: formatDateTime(at) })].join(' · ')
  return (
    <>
      <PageHeader title={t('times:list.title')} lead={what} actions={<LinkButton to="/reports/promises" variant="secondary">{t('times:list.report')}</LinkButton>} />
      <Card title={t('times:list.count', { count })}>
        {items.length > 0 ? <CommitmentList items={items} dated /> : <EmptyState title={t('times:list.none')}>{t(`times:promiseMeans.${box}`)}</EmptyState>}
        <Pagination next={next} />
      </Card>
    </>
  )
}
