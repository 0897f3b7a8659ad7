import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { db, reportDb } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ReportActions } from '#app/issued/report-actions.tsx'
import { reportAddress } from '#app/reports/addresses.ts'
import { Beside } from '#app/reports/beside.tsx'
import { Dispositions, Ladder } from '#app/reports/ladder.tsx'
import { PrintedDefinitions, RateTiles } from '#app/reports/rate-tiles.tsx'
import { readers } from '#app/reports/readers.ts'
import { ReportTabs } from '#app/reports/report-tabs.tsx'
import { heardView } from '#app/reports/heard-view.server.ts'
import { reportView } from '#app/reports/report-view.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { named } from '#app/ui/named.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { conferenceChoices } from '#db/queries/conference-choices.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { groupings } from '#workflows/reports/groupings.ts'
import { OpinionTimes } from './opinion-times.tsx'
import { RowRates, RowStates } from './rows.tsx'
import { ScopeForm } from './scope-form.tsx'
import { UnitParts } from './unit-parts.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'reports:title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  const language = languageOf(args.request, actor)
  const { searchParams } = new URL(args.request.url)
  const source = await reportDb()
  const [view, conferences, directory] = await Promise.all([
    reportView(source, actor, searchParams, language),
    conferenceChoices(db()),
    directoryOf(db()),
  ])
  const groups = [...directory.groups.values()].map((group) => ({ value: group.code, label: named(group, language) }))
  const heard = await heardView(source, actor, searchParams, view.asked, language)
  return { ...view, heard, conferences, groups, role: actor.role }
}

export default function Report() {
  const { t } = useTranslation()
  const { asked, rows, total, parts, heard, narrowed, conferences, groups, role } = useLoaderData<typeof loader>()
  const tabs = groupings.map((by) => ({
    to: reportAddress(asked, { by }), label: t(`reports:by.${by}`), current: by === asked.by,
  }))
  const within = narrowed.map(({ label }) => label).join(' · ') || t('reports:city')
  return (
    <>
      <PageHeader
        title={t('reports:title')}
        badge={<Badge tone={asked.past ? 'warn' : 'info'}>{t('reports:asOf', { at: formatDateTime(asked.asOf) })}</Badge>}
        lead={asked.past ? `${within}. ${t('reports:asOfPast')}` : within}
        actions={
          <>
            <Link to={reportAddress(asked, {}, '/reports/resolution.csv')} reloadDocument className="link py-2">
              {t('reports:csv')}
            </Link>
            <ReportActions asked={asked} role={role} />
          </>
        }
      />
      <ReportTabs />
      <ScopeForm asked={asked} narrowed={narrowed} conferences={conferences} groups={groups} />
      {total.received === 0 ? (
        <Card><EmptyState title={t('reports:empty')}>{t('reports:emptyLead')}</EmptyState></Card>
      ) : (
        <div className="space-y-6">
          <RateTiles asked={asked} total={total} />
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Ladder asked={asked} total={total} />
            <Dispositions asked={asked} total={total} />
          </div>
          <Tabs label={t('reports:by.title')} items={tabs} />
          <RowStates asked={asked} rows={rows} />
          <RowRates asked={asked} rows={rows} total={total} />
          {asked.by === 'coordinating' && <UnitParts asked={asked} parts={parts} />}
          <OpinionTimes asked={asked} rows={heard} />
          <Beside asked={asked} total={total} />
          <p className="text-sm text-ink-soft">{t('reports:note')}</p>
          <PrintedDefinitions />
        </div>
      )}
    </>
  )
}
