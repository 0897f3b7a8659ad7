import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { calendarReaders } from '#app/commitments/readers.ts'
import { reportDb } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Definition } from '#app/reports/days.tsx'
import { addressOf, type Query } from '#app/reports/narrowed.ts'
import { NarrowingForm } from '#app/reports/narrowing-form.tsx'
import { promiseView } from '#app/reports/promise-view.server.ts'
import { ReportTabs } from '#app/reports/report-tabs.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { keptInTime } from '#workflows/reports/promises.ts'
import { PromiseStands, PromiseTable } from './portfolio.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'times:promises.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...calendarReaders)
  return promiseView(await reportDb(), actor, new URL(args.request.url).searchParams, languageOf(args.request, actor))
}

const path = '/reports/promises'

export default function Promises() {
  const { t } = useTranslation()
  const { by, query, choices, at, rows, total } = useLoaderData<typeof loader>()
  const asked: Query = { ...query, by }
  const tabs = (['unit', 'conference'] as const).map((one) => ({ to: addressOf(path, { ...asked, by: one }), label: t(`times:promises.by.${one}`), current: one === by }))
  return (
    <>
      <PageHeader
        title={t('times:promises.title')}
        badge={<Badge tone="info">{t('reports:asOf', { at: formatDateTime(at) })}</Badge>}
        lead={t('times:promises.lead')}
      />
      <ReportTabs />
      <NarrowingForm path={path} query={asked} choices={choices} />
      {total.made === 0 ? (
        <Card><EmptyState title={t('times:promises.none')}>{t('times:promises.noneLead')}</EmptyState></Card>
      ) : (
        <div className="space-y-6">
          <Tabs label={t('reports:by.title')} items={tabs} />
          <PromiseStands {...{ by, at, rows, total }} />
          <PromiseTable {...{ by, at, rows, total }} />
          <Card flush>
            <Definition version={keptInTime.version} terms={(['keptInTime', 'kept', 'keptLater', 'doneLate', 'broken', 'overdue', 'owed', 'settled', 'slipped'] as const).map((name) => ({ name: t(`times:promise.${name}`), means: t(`times:promiseMeans.${name}`) }))} />
          </Card>
        </div>
      )}
    </>
  )
}
