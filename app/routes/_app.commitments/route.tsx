import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { calendarView } from '#app/commitments/calendar-view.server.ts'
import { calendarReaders } from '#app/commitments/readers.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate, formatMonth, formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { PageTools } from '#app/views/page-tools.tsx'
import { CommitmentFilters } from './filters.tsx'
import { CommitmentList } from './list.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'commitments:calendar.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...calendarReaders)
  return calendarView(db(), actor, new URL(args.request.url).searchParams, languageOf(args.request, actor))
}

export default function Commitments() {
  const { t, i18n } = useTranslation()
  const view = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const { overdue, days, more, month, onlyOverdue } = view
  const at = (changed: Record<string, string>) => `?${new URLSearchParams({ ...Object.fromEntries(search), ...changed })}`
  const { month: _, ...asked } = Object.fromEntries(search)
  const download = `/commitments.ics?${new URLSearchParams(asked)}`
  return (
    <>
      <PageHeader
        title={t('commitments:calendar.title')}
        lead={t('commitments:calendar.lead')}
        actions={<LinkButton to={download} variant="secondary" download>{t('commitments:calendar.download')}</LinkButton>}
      />
      <CommitmentFilters {...view.choices} month={month} />
      <PageTools />
      <div className="space-y-6">
        {(overdue.items.length > 0 || onlyOverdue) && (
          <Card title={t('commitments:calendar.overdue', { count: overdue.items.length })}>
            <CommitmentList items={overdue.items} dated />
            {overdue.more && <p className="mt-4 text-ink-soft">{t('commitments:calendar.more')}</p>}
          </Card>
        )}
        {!onlyOverdue && (
          <Card
            title={<span className="inline-block first-letter:uppercase">{formatMonth(`${month}-01`, i18n.language)}</span>}
            actions={
              <nav aria-label={t('commitments:calendar.months')} className="flex flex-wrap gap-3 print:hidden">
                <a className="link inline-block py-1 first-letter:uppercase" href={at({ month: view.previous })}>{formatMonth(`${view.previous}-01`, i18n.language)}</a>
                <a className="link inline-block py-1 first-letter:uppercase" href={at({ month: view.next })}>{formatMonth(`${view.next}-01`, i18n.language)}</a>
              </nav>
            }
          >
            {days.length === 0 && (
              <EmptyState
                title={t('commitments:calendar.none')}
                action={view.later && <LinkButton to={at({ month: view.later })} variant="secondary">{t('commitments:calendar.later', { month: formatMonth(`${view.later}-01`, i18n.language) })}</LinkButton>}
              >
                {t('commitments:calendar.noneLead')}
              </EmptyState>
            )}
            <div className="space-y-6">
              {days.map(({ date, off, items }) => (
                <section key={date} aria-label={formatDate(date)}>
                  <h3 className="border-b border-line pb-1 font-semibold">
                    <span className="numbers">{formatDate(date)}</span> · {formatWeekday(date, i18n.language)}
                    {date === view.today && ` · ${t('commitments:calendar.today')}`}
                    {off && <span className="font-normal text-ink-soft"> · {t('commitments:calendar.off')}</span>}
                  </h3>
                  <CommitmentList items={items} />
                </section>
              ))}
            </div>
            {more && <Notice tone="warn">{t('commitments:calendar.more')}</Notice>}
          </Card>
        )}
      </div>
    </>
  )
}
