import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { reportDb } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Counted, Days, Definition } from '#app/reports/days.tsx'
import { addressOf } from '#app/reports/narrowed.ts'
import { NarrowingForm } from '#app/reports/narrowing-form.tsx'
import { readers } from '#app/reports/readers.ts'
import { ReportTabs } from '#app/reports/report-tabs.tsx'
import { timeView } from '#app/reports/time-view.server.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatDate } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { DateInput } from '#app/ui/text-input.tsx'
import { timeDefinition } from '#workflows/reports/times.ts'
import { Parties, PartyShares } from './parties.tsx'
import { UnitTimes } from './unit-times.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'times:time.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  return timeView(await reportDb(), actor, new URL(args.request.url).searchParams, languageOf(args.request, actor))
}

const path = '/reports/time'

export default function Times() {
  const { t } = useTranslation()
  const { query, choices, whole, parties, compared, few } = useLoaderData<typeof loader>()
  const { answeredFrom, answeredTo } = query as { answeredFrom: string; answeredTo: string }
  const period = { from: formatDate(answeredFrom), to: formatDate(answeredTo) }
  const day = (name: 'answeredFrom' | 'answeredTo') => ({ id: `narrow-${name}`, name, label: t(`times:time.${name}`), defaultValue: query[name] })
  return (
    <>
      <PageHeader title={t('times:time.title')} lead={t('times:time.lead', period)} />
      <ReportTabs />
      <NarrowingForm path={path} query={query} choices={choices} own={['answeredFrom', 'answeredTo']}>
        <DateInput {...day('answeredFrom')} />
        <DateInput {...day('answeredTo')} />
      </NarrowingForm>
      {whole.n === 0 ? (
        <Card><EmptyState title={t('times:time.none')}>{t('times:time.noneLead')}</EmptyState></Card>
      ) : (
        <div className="space-y-6">
          <Card title={t('times:time.whole')}>
            <DefinitionList items={[
              { term: t('times:issues'), value: <Counted n={whole.n} to={addressOf('/issues', query)} /> },
              { term: t('times:median'), value: <Days of={whole.median} /> },
              { term: t('times:p90'), value: <Days of={whole.p90} /> },
            ]} />
          </Card>
          <PartyShares query={query} parties={parties} />
          <Parties query={query} parties={parties} />
          <UnitTimes query={query} rows={compared} few={few} />
          <Card flush>
            <Definition version={timeDefinition.version} terms={(['time', 'party', 'own', 'median', 'p90'] as const).map((name) => ({ name: t(`times:means.${name}.name`), means: t(`times:means.${name}.text`) }))} />
          </Card>
        </div>
      )}
    </>
  )
}
