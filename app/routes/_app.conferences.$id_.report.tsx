import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { ConferenceTabs } from '#app/conferences/conference-tabs.tsx'
import { sheetView } from '#app/conferences/sheet-view.server.ts'
import { Downloads } from '#app/documents/downloads.tsx'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { linesAt, type OwedPart, type SheetLine } from '#workflows/reports/sheet.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'conferences:sheet.title', { title: data?.conference.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary', 'leader', 'auditor')
  return sheetView(db(), actor, args.params.id, languageOf(args.request, actor))
}

type Row = Awaited<ReturnType<typeof sheetView>>['rows'][number]

export default function ConferenceReport() {
  const { t } = useTranslation()
  const { conference, held, asOf, rows, total, counts, carried } = useLoaderData<typeof loader>()
  const address = `/issues?conference=${conference.id}`
  const number = (n: number, query: string) => <a href={`${address}${query}`} className="link">{n}</a>
  const figures: { name: 'received' | SheetLine | OwedPart; query: string }[] = [
    { name: 'received', query: '' }, ...linesAt(held, total).map((name) => ({ name, query: `&line=${name}` })),
  ]
  const word = (name: string) => t(name === 'inHall' || name === 'later' ? `before:report.${name}` : `conferences:sheet.${name}`)
  const columns: Column<Row>[] = [
    { label: t('conferences:figure.group'), heading: true, cell: ({ label }) => label ?? t('conferences:group.none') },
    ...figures.map(({ name, query }) => ({
      label: word(name), numeric: true, cell: (row: Row) => number(row[name], `&group=${row.code ?? 'none'}${query}`),
    })),
  ]
  const foot = Object.fromEntries(figures.map(({ name, query }) => [word(name), number(total[name], query)]))
  return (
    <>
      <PageHeader
        title={t(held ? 'conferences:sheet.handling' : 'conferences:sheet.opening')}
        crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }]}
        lead={t('conferences:sheet.lead', { held: formatDate(conference.heldOn), at: formatDateTime(asOf) })}
      />
      <ConferenceTabs conference={conference.id} />
      <div className="space-y-6">
        <ul className="list-disc space-y-1 pl-5 text-lg">
          <li>{t('conferences:sheet.counts', { comments: counts.comments, enterprises: counts.enterprises, issues: counts.issues })}</li>
          {!held && <li>{t('before:report.toCome', { before: total.before, inHall: total.inHall, later: total.later })}</li>}
          <li>{t('conferences:sheet.answeredOf', { answered: total.before + total.onTheSpot + total.after, issues: total.received, owed: total.owed })}</li>
          {carried !== null && (
            <li>
              <a className="link" href={`/issues?carriedTo=${conference.id}&column=carried`}>{t('carry:fromBefore', { count: carried })}</a>{' '}
              {t('carry:apart')}
            </li>
          )}
          <li>
            {t('conferences:sheet.promises', { promises: counts.promises, done: counts.promisesDone, late: counts.promisesLate })}{' '}
            <a className="link" href={`/commitments?conference=${conference.id}`}>{t('conferences:sheet.allPromises')}</a>
          </li>
        </ul>
        <Downloads conference={conference.id} documents={['handling', 'contents', 'figures']} />
        <Card title={t('conferences:sheet.byGroup')} flush>
          <Table caption={t('conferences:sheet.byGroup')} columns={columns} rows={rows} rowKey={({ code }) => code ?? 'none'} foot={{ ...foot, [t('conferences:figure.group')]: t('conferences:figure.total') }} />
          <p className="border-t border-line px-4 py-3 text-sm text-ink-soft">{t(held ? 'conferences:sheet.definition' : 'before:report.definition')}</p>
        </Card>
      </div>
    </>
  )
}
