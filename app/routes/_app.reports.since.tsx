import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { db, reportDb } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { rowsFor } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { readChange } from '#app/reports/read-change.ts'
import { readers } from '#app/reports/readers.ts'
import { ReportTabs } from '#app/reports/report-tabs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { IssueTable } from '#app/ui/issue-table.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { listChanged } from '#db/queries/changed-since.ts'
import { directoryOf } from '#db/queries/directory.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'overview:since.listTitle')

const pageSize = 25

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  const { searchParams } = new URL(args.request.url)
  const now = new Date()
  const { change, between } = readChange(searchParams, now)
  const [rules, directory, page] = await Promise.all([
    rulesOf(db()), directoryOf(db()),
    listChanged(await reportDb(), actor, change, between, { limit: pageSize, cursor: searchParams.get('cursor') ?? undefined }),
  ])
  const name = namer(directory, languageOf(args.request, actor))
  return {
    change, since: between.since.toISOString(), until: between.until.toISOString(), next: page.next,
    rows: rowsFor(page.items, { role: actor.role, unit: actor.unit, name, calendar: rules.calendar, now }),
  }
}

export default function Changed() {
  const { t } = useTranslation()
  const { change, since, until, rows, next } = useLoaderData<typeof loader>()
  const title = t(`overview:since.${change.way}.${change.box}`)
  return (
    <>
      <PageHeader title={title} lead={t('overview:since.between', { since: formatDateTime(since), until: formatDateTime(until) })} />
      <ReportTabs />
      <Card flush>
        {rows.length > 0
          ? <IssueTable caption={title} rows={rows} />
          : <EmptyState title={t('overview:since.none')} action={<LinkButton to="/reports" variant="secondary">{t('overview:since.back')}</LinkButton>} />}
        <Pagination next={next} />
      </Card>
    </>
  )
}
