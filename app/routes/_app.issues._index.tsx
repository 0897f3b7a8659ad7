import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { DownloadList } from '#app/exports/download-list.tsx'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { readFilter } from '#app/issues/list-filter.ts'
import { rowsFor } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { TimesNotice } from '#app/issues/times-notice.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime, formatNumber } from '#app/ui/format.ts'
import { IssueFilters } from '#app/ui/issue-filters.tsx'
import { IssueTable } from '#app/ui/issue-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { readers as keepers } from '#app/views/audience.ts'
import { PageTools } from '#app/views/page-tools.tsx'
import { SavedList } from '#app/views/saved-list.tsx'
import { conferenceChoices } from '#db/queries/conference-choices.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { countIssues, listIssues } from '#db/queries/issue-list.ts'
import { viewsFor } from '#db/queries/saved-views.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'issues:list.title')

const pageSize = 25
const mostCounted = 10_000
const officials = ['secretary', 'coordinator', 'leader', 'auditor', 'officer', 'head']

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { searchParams } = new URL(args.request.url)
  const filter = readFilter(searchParams)
  const filtered = Object.values(filter).some((value) => value !== undefined)
  const official = officials.includes(actor.role)
  const [rules, directory, page, total, conferences, views] = await Promise.all([
    rulesOf(db()),
    directoryOf(db()),
    listIssues(db(), actor, filter, { limit: pageSize, cursor: searchParams.get('cursor') ?? undefined }),
    filtered ? countIssues(db(), actor, filter, mostCounted) : null,
    official ? conferenceChoices(db()) : [],
    keepers.some((role) => role === actor.role) ? viewsFor(db(), actor) : [],
  ])
  const language = languageOf(args.request, actor)
  const name = namer(directory, language)
  return {
    rows: rowsFor(page.items, { role: actor.role, unit: actor.unit, name, calendar: rules.calendar, now: new Date() }),
    next: page.next,
    views: views.map(({ id, name: called, address }) => ({ id, name: called, address })),
    total,
    box: filter.box,
    line: filter.line,
    column: filter.column,
    part: filter.part && filter.partUnit && { part: filter.part, unit: name.unit(filter.partUnit) },
    asOf: filter.asOf?.toISOString(),
    mayRaise: actor.role === 'enterprise' || actor.role === 'association',
    choices: {
      conferences,
      groups: [...directory.groups.keys()].map((value) => ({ value, label: name.group(value) })),
      units: official ? [...directory.units.keys()].map((value) => ({ value, label: name.unit(value) })) : [],
    },
  }
}

export default function Issues() {
  const { t, i18n } = useTranslation()
  const { rows, next, views, total, box, line, column, part, asOf, mayRaise, choices } = useLoaderData<typeof loader>()
  const many = total !== null && total > mostCounted
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const count = total === null ? undefined : t(many ? 'issues:list.moreThan' : 'issues:list.count', {
    count: Math.min(total, mostCounted), n: formatNumber(Math.min(total, mostCounted), language),
  })
  return (
    <>
      <PageHeader
        title={t('issues:list.title')}
        lead={count}
        actions={<>{rows.length > 0 && <DownloadList />}{mayRaise && <LinkButton to="/issues/new">{t('issues:list.raise')}</LinkButton>}</>}
      />
      {(box ?? line ?? column ?? part) && (
        <div className="mb-5">
          <Notice title={part ? t('reports:partOf', { part: t(`reports:part.${part.part}`), unit: part.unit }) : t(column ? `carry:listOf.${column}` : line ? `issues:line.${line}` : `issues:box.${box}`)}>
            {asOf && t('issues:list.asOf', { at: formatDateTime(asOf) })}{' '}
            <Link to="/issues" className="link">{t('issues:list.all')}</Link>
          </Notice>
        </div>
      )}
      <SavedList views={views} />
      <TimesNotice units={choices.units} />
      <IssueFilters {...choices} />
      <PageTools />
      <Card flush>
        {rows.length > 0 ? (
          <IssueTable caption={t('issues:list.title')} rows={rows} />
        ) : (
          <EmptyState
            title={t(total === null ? 'issues:list.none' : 'issues:list.noneFit')}
            action={total === null ? mayRaise && <LinkButton to="/issues/new">{t('issues:list.raise')}</LinkButton>
              : <LinkButton to="/issues" variant="secondary">{t('issues:list.all')}</LinkButton>}
          >
            {t(total === null ? 'issues:list.noneLead' : 'issues:list.noneFitLead')}
          </EmptyState>
        )}
        <Pagination next={next} />
      </Card>
    </>
  )
}
