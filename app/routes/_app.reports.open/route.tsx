import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { reportDb } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ageView } from '#app/reports/age-view.server.ts'
import { Definition } from '#app/reports/days.tsx'
import { addressOf, type Query } from '#app/reports/narrowed.ts'
import { NarrowingForm } from '#app/reports/narrowing-form.tsx'
import { readers } from '#app/reports/readers.ts'
import { ReportTabs } from '#app/reports/report-tabs.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { DateInput } from '#app/ui/text-input.tsx'
import { ageDefinition } from '#workflows/reports/ages.ts'
import { AgeBands, AgeFigures } from './bands.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'times:open.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  return ageView(await reportDb(), actor, new URL(args.request.url).searchParams, languageOf(args.request, actor))
}

const path = '/reports/open'
const dayOf = (instant: string) => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10)

export default function OpenIssues() {
  const { t } = useTranslation()
  const { by, past, asOf, query, bounds, choices, rows, total } = useLoaderData<typeof loader>()
  const asked: Query = { ...query, by, ...(past && { asOf }) }
  const tabs = (['unit', 'group', 'state'] as const).map((one) => ({ to: addressOf(path, { ...asked, by: one }), label: t(`times:open.by.${one}`), current: one === by }))
  return (
    <>
      <PageHeader
        title={t('times:open.title')}
        badge={<Badge tone={past ? 'warn' : 'info'}>{t('reports:asOf', { at: formatDateTime(asOf) })}</Badge>}
        lead={t('times:open.lead')}
      />
      <ReportTabs />
      <NarrowingForm path={path} query={asked} choices={choices} own={['asOf']}>
        <DateInput id="narrow-asOf" name="asOf" label={t('reports:filter.asOf')} hint={t('reports:filter.asOfHint')} defaultValue={past ? dayOf(asOf) : ''} />
      </NarrowingForm>
      {total.open === 0 ? (
        <Card><EmptyState title={t('times:open.none')}>{t('times:open.noneLead')}</EmptyState></Card>
      ) : (
        <div className="space-y-6">
          <Tabs label={t('reports:by.title')} items={tabs} />
          <AgeBands of="ages" {...{ by, asOf, bounds, rows, total }} />
          <AgeBands of="lates" {...{ by, asOf, bounds, rows, total }} />
          <AgeFigures {...{ by, asOf, rows, total }} />
          <Card flush>
            <Definition version={ageDefinition.version} terms={(['age', 'late', 'median', 'p90'] as const).map((name) => ({ name: t(`times:means.${name}.name`), means: t(`times:means.${name}.text`) }))} />
          </Card>
        </div>
      )}
    </>
  )
}
