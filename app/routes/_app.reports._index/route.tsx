import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { db, reportDb } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { reportAddress } from '#app/reports/addresses.ts'
import { Beside } from '#app/reports/beside.tsx'
import { Dispositions } from '#app/reports/ladder.tsx'
import { lookAtOverview } from '#app/reports/look-at-overview.server.ts'
import { overviewView } from '#app/reports/overview-view.server.ts'
import { periodName } from '#app/reports/period-name.ts'
import { PrintedDefinitions, RateTiles } from '#app/reports/rate-tiles.tsx'
import { readers } from '#app/reports/readers.ts'
import { ReportTabs } from '#app/reports/report-tabs.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Funnel } from './funnel.tsx'
import { PeriodForm } from './period-form.tsx'
import { Since } from './since.tsx'
import { Trend } from './trend.tsx'
import { Waiting } from './waiting.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'overview:title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  const now = new Date()
  const before = await lookAtOverview(db(), actor.personId, now)
  return overviewView(await reportDb(), actor, new URL(args.request.url).searchParams, languageOf(args.request, actor), { before, now })
}

export default function Overview() {
  const { t } = useTranslation()
  const { asked, period, total, worst, months, look, waiting } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('overview:title')}
        badge={<Badge tone="info">{t('reports:asOf', { at: formatDateTime(asked.asOf) })}</Badge>}
        lead={t('overview:lead', { period: periodName(period.days, t) })}
      />
      <ReportTabs />
      <PeriodForm period={period} />
      {total.received === 0 ? (
        <Card>
          <EmptyState title={t('overview:empty')} action={period.name !== 'all' && <LinkButton to="/reports?period=all" variant="secondary">{t('overview:emptyAll')}</LinkButton>}>
            {t('overview:emptyLead')}
          </EmptyState>
        </Card>
      ) : (
        <div className="space-y-6">
          <RateTiles asked={asked} total={total} />
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Waiting asked={asked} worst={worst} waiting={waiting} />
            <Since look={look} until={asked.asOf} />
          </div>
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Funnel asked={asked} total={total} />
            <Dispositions asked={asked} total={total} />
          </div>
          {months.length > 0 && <Trend asOf={asked.asOf} months={months} />}
          <Beside asked={asked} total={total} />
          <p className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
            {(['group', 'unit', 'topic', 'conference'] as const).map((by) => (
              <a key={by} className="link py-1" href={reportAddress(asked, { by })}>{t(`reports:by.${by}`)}</a>
            ))}
          </p>
          <p className="text-sm text-ink-soft">{t('reports:note')}</p>
          <PrintedDefinitions />
        </div>
      )}
    </>
  )
}
