import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { upwardView, type UpwardRow } from '#app/issues/upward-view.server.ts'
import { Counted } from '#app/reports/days.tsx'
import { addressOf, queryOf } from '#app/reports/narrowed.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { upwardByDocument, type CitedDocument, type LetterState } from '#db/queries/upward-register.ts'
import { clean } from '#workflows/text/nfc.ts'
import { PageTools } from '#app/views/page-tools.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'upward:title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary', 'leader', 'auditor', 'officer', 'head')
  const { searchParams } = new URL(args.request.url)
  const state = searchParams.get('state') === 'answered' ? 'answered' : 'open'
  const asked = clean(searchParams.get('document')?.trim() ?? '')
  const document = asked.ok && asked.text ? asked.text.slice(0, 60) : undefined
  const view = await upwardView(db(), { actor, language: languageOf(args.request, actor), state, document, cursor: searchParams.get('cursor') ?? undefined })
  return { ...view, documents: searchParams.get('by') === 'document' ? await upwardByDocument(db(), actor) : null }
}

export default function Upward() {
  const { t } = useTranslation()
  const { state, document, documents, counts, rows, next } = useLoaderData<typeof loader>()
  const tabs = (['open', 'answered'] as const).map((name) => ({
    to: addressOf('/upward', queryOf({ state: name, document: document ?? undefined })), label: t(`upward:state.${name}`), count: counts[name], current: !documents && name === state,
  }))
  const byDocument = { to: '/upward?by=document', label: t('times:documents.title'), current: documents !== null }
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
      <Tabs label={t('upward:states')} items={[...tabs, byDocument]} />
      {document && (
        <div className="mb-5">
          <Notice title={t('times:documents.only', { number: document })}><a className="link" href={`/upward?state=${state}`}>{t('times:documents.drop')}</a></Notice>
        </div>
      )}
      <PageTools />
      {documents ? <Documents rows={documents} /> : <Letters rows={rows} columns={columns} state={state} next={next} />}
    </>
  )
}

type LettersProps = { rows: UpwardRow[]; columns: Column<UpwardRow>[]; state: LetterState; next: string | null }

function Letters({ rows, columns, state, next }: LettersProps) {
  const { t } = useTranslation()
  return (
    <Card flush>
      {rows.length > 0
        ? <Table caption={t(`upward:state.${state}`)} columns={columns} rows={rows} rowKey={({ id }) => id} />
        : <EmptyState title={t('upward:none')}>{t('upward:noneLead')}</EmptyState>}
      <Pagination next={next} />
    </Card>
  )
}

/** How many letters concern which legal document: what the level above would have to change or explain. */
function Documents({ rows }: { rows: CitedDocument[] }) {
  const { t } = useTranslation()
  const letters = (state: LetterState): Column<CitedDocument> => ({
    label: t(`upward:state.${state}`), numeric: true, cell: (row) => <Counted n={row[state]} to={addressOf('/upward', { state, document: row.number })} />,
  })
  const columns: Column<CitedDocument>[] = [
    { label: t('times:documents.number'), heading: true, cell: ({ number }) => number },
    { label: t('times:documents.name'), cell: ({ title }) => title },
    letters('open'), letters('answered'),
  ]
  return (
    <Card flush>
      {rows.length > 0
        ? <Table caption={t('times:documents.title')} columns={columns} rows={rows} rowKey={({ number }) => number} />
        : <EmptyState title={t('times:documents.none')}>{t('times:documents.noneLead')}</EmptyState>}
      <p className="border-t border-line px-4 py-3 text-sm text-ink-soft">{t('times:documents.lead')}</p>
    </Card>
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
