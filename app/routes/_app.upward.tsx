import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { upwardView, type UpwardRow } from '#app/issues/upward-view.server.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { PageTools } from '#app/views/page-tools.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'upward:title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary', 'leader', 'auditor', 'officer', 'head')
  const { searchParams } = new URL(args.request.url)
  const state = searchParams.get('state') === 'answered' ? 'answered' : 'open'
  return upwardView(db(), { actor, language: languageOf(args.request, actor), state, cursor: searchParams.get('cursor') ?? undefined })
}

export default function Upward() {
  const { t } = useTranslation()
  const { state, counts, rows, next } = useLoaderData<typeof loader>()
  const tabs = (['open', 'answered'] as const).map((name) => ({
    to: `?state=${name}`, label: t(`upward:state.${name}`), count: counts[name], current: name === state,
  }))
  const columns: Column<UpwardRow>[] = [
    { label: t('upward:letter'), heading: true, cell: ({ number, date }) => t('upward:numberAndDate', { number, date: formatDate(date) }) },
    { label: t('upward:authority'), cell: ({ authority }) => authority },
    { label: t('upward:issue'), cell: (row) => <Issue of={row} open={state === 'open'} /> },
    { label: t('upward:lead'), cell: ({ leadUnit }) => leadUnit },
    { label: t('upward:chased'), cell: ({ chased, lastChased }) => (chased > 0 ? t('upward:chasedTimes', { count: chased, on: formatDate(lastChased ?? '') }) : t('upward:neverChased')) },
    { label: t('upward:reply'), cell: ({ answer, days }) => <Reply answer={answer} days={days} /> },
  ]
  return (
    <>
      <PageHeader title={t('upward:title')} lead={t('upward:about')} />
      <Tabs label={t('upward:states')} items={tabs} />
      <PageTools />
      <Card flush>
        {rows.length > 0 ? (
          <Table caption={t(`upward:state.${state}`)} columns={columns} rows={rows} rowKey={({ id }) => id} />
        ) : (
          <EmptyState title={t('upward:none')}>{t('upward:noneLead')}</EmptyState>
        )}
        <Pagination next={next} />
      </Card>
    </>
  )
}

/** The moves of the lead unit stand beside the issue: to chase, and to record the reply. */
function Issue({ of: { code, text, mine, number }, open }: { of: UpwardRow; open: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="max-sm:text-left">
      <a href={`/issues/${code}`} className="link numbers font-semibold">{code}</a>
      <p>{text}</p>
      {open && mine && (
        <p className="mt-1 flex flex-wrap gap-x-4 print:hidden">
          {(['chaseUpward', 'upwardAnswered'] as const).map((move) => (
            <a key={move} className="link py-1" href={`/issues/${code}?move=${move}`} aria-label={t('upward:moveOf', { move: t(`moves:name.${move}`), number })}>
              {t(`moves:name.${move}`)}
            </a>
          ))}
        </p>
      )}
    </div>
  )
}

function Reply({ answer, days }: Pick<UpwardRow, 'answer' | 'days'>) {
  const { t } = useTranslation()
  if (!answer) return <span className="font-semibold text-warn">{t('upward:openFor', { count: days })}</span>
  return (
    <>
      {t('upward:numberAndDate', { number: answer.number, date: formatDate(answer.date) })}
      <br />
      <span className="text-sm text-ink-soft">{t('upward:after', { count: days })}</span>
    </>
  )
}
