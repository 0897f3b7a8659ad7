import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { reportDb } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { compareView, type Side } from '#app/reports/compare-view.server.ts'
import { periodName } from '#app/reports/period-name.ts'
import { Definitions, PrintedDefinitions } from '#app/reports/rate-tiles.tsx'
import { readers } from '#app/reports/readers.ts'
import { ReportTabs } from '#app/reports/report-tabs.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { CompareForm } from './compare-form.tsx'
import { PairRates } from './pair-rates.tsx'
import { BoxTable, RateTable } from './totals.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'overview:compare.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  return compareView(await reportDb(), actor, new URL(args.request.url).searchParams, languageOf(args.request, actor))
}

export default function Compare() {
  const { t } = useTranslation()
  const { asked, present, before, rows } = useLoaderData<typeof loader>()
  const sideName = (side: Side) => t('overview:compare.side', { period: periodName(side.asked.scope, t), at: formatDateTime(side.asked.asOf) })
  const sides = { present, before }
  return (
    <>
      <PageHeader title={t('overview:compare.title')} lead={t(`overview:compare.means.${asked.counting}`)} />
      <ReportTabs />
      <CompareForm asked={asked} />
      <dl className="mb-6">
        {(['present', 'before'] as const).map((name) => (
          <div key={name}><dt className="inline font-semibold">{t(`overview:compare.${name}`)}:</dt> <dd className="inline">{sideName(sides[name])}</dd></div>
        ))}
      </dl>
      {present.counts.received + before.counts.received === 0 ? (
        <Card><EmptyState title={t('overview:compare.empty')}>{t('overview:emptyLead')}</EmptyState></Card>
      ) : (
        <div className="space-y-6">
          <RateTable {...sides} />
          {asked.by && <PairRates by={asked.by} rows={rows} {...sides} />}
          <BoxTable {...sides} />
          <p className="text-sm text-ink-soft">{t('overview:compare.note')} {t('reports:note')}</p>
          <details className="text-sm print:hidden">
            <summary className="py-1 text-info">{t('reports:definition')}</summary>
            <Definitions />
          </details>
          <PrintedDefinitions />
        </div>
      )}
    </>
  )
}
