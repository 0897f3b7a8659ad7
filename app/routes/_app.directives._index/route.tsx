import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { directiveListView } from '#app/directives/directive-list-view.server.ts'
import { readers } from '#app/directives/readers.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ReportTabs } from '#app/reports/report-tabs.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { ByUnit } from './by-unit.tsx'
import { DirectiveTable } from './directive-table.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'directives:title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  return directiveListView(db(), actor, { params: new URL(args.request.url).searchParams, language: languageOf(args.request, actor) })
}

export default function Directives() {
  const { t } = useTranslation()
  const { box, unit, counts, byUnit, rows, next } = useLoaderData<typeof loader>()
  const within = unit ? `&unit=${encodeURIComponent(unit.code)}` : ''
  const tabs = counts.map(({ box: one, count }) => ({ to: `/directives?box=${one}${within}`, label: t(`directives:box.${one}`), count, current: one === box }))
  return (
    <>
      <PageHeader title={t('directives:title')} lead={t('directives:lead')} />
      <ReportTabs />
      {unit && <p className="mb-5">{t('directives:onlyUnit', { unit: unit.name })} <a className="link" href={`/directives?box=${box}`}>{t('directives:allUnits')}</a></p>}
      <Tabs label={t('directives:boxes')} items={tabs} />
      <div className="space-y-6">
        <Card flush>
          {rows.length > 0 ? <DirectiveTable rows={rows} caption={t(`directives:box.${box}`)} /> : <EmptyState title={t('directives:none')}>{t('directives:noneLead')}</EmptyState>}
          <Pagination next={next} />
        </Card>
        <ByUnit rows={byUnit} />
      </div>
    </>
  )
}
