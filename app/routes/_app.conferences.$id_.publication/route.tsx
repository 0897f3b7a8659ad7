import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { ConferenceTabs } from '#app/conferences/conference-tabs.tsx'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import { once } from '#app/http/once.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { readers } from '#app/publication/may.ts'
import { publishSchema } from '#app/publication/publication-form.ts'
import { publicationsView } from '#app/publication/publications-view.server.ts'
import { publishApproved } from '#app/publication/publish-approved.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { Preview } from './preview.tsx'
import { Results } from './results.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'publication:title', { title: data?.conference.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  return publicationsView(db(), actor, { id: args.params.id, search: new URL(args.request.url).searchParams, language: languageOf(args.request, actor) })
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'leader')
  const conference = /^\d{1,15}$/.test(args.params.id ?? '') ? Number(args.params.id) : notFound('conference')
  const form = await parseForm(args.request, publishSchema)
  if (!form.ok) return invalidForm(form)
  const versions = form.data.version
  return once(db(), { personId: actor.personId, key: form.idempotencyKey, body: { conference, versions } }, (tx) => publishApproved(tx, { conference, versions, by: actor }))
}

export const shouldRevalidate = () => true

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]
const tones: Record<Row['stage'], Tone> = { none: 'plain', draft: 'warn', approved: 'info', published: 'good', withdrawn: 'plain' }
const shown = ['none', 'draft', 'approved', 'published', 'withdrawn'] as const

export default function Publications() {
  const { t } = useTranslation()
  const { conference, counts, stage, rows, next, going, mayPublish } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const here = `/conferences/${conference.id}/publication`
  const total = shown.reduce((sum, one) => sum + counts[one], 0)
  const tabs = [
    { to: here, label: t('publication:all'), count: total, current: stage === undefined },
    ...shown.map((one) => ({ to: `${here}?stage=${one}`, label: t(`publication:stage.${one}`), count: counts[one], current: stage === one })),
  ]
  return (
    <>
      <PageHeader
        title={t('publication:heading')}
        crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }]}
        lead={t('publication:lead')}
        actions={mayPublish && counts.approved > 0 && going.length === 0 && <LinkButton to={`${here}?publish=preview`}>{t('publication:publish', { count: counts.approved })}</LinkButton>}
      />
      <ConferenceTabs conference={conference.id} />
      {result && 'results' in result && <Results results={result.results} told={result.told} />}
      {result && 'errors' in result && <div className="mb-5"><Notice tone="warn" alert title={t('publication:nothingChosen')} /></div>}
      {going.length > 0 && !result && <Preview going={going} here={here} />}
      <Tabs label={t('publication:stages')} items={tabs} />
      <Card flush>
        {rows.length > 0 ? (
          <List rows={rows} here={here} />
        ) : (
          <EmptyState title={t(total > 0 ? 'publication:noneOf' : 'publication:none')}>{total === 0 && t('publication:noneLead')}</EmptyState>
        )}
        <Pagination next={next} />
      </Card>
    </>
  )
}

function List({ rows, here }: { rows: Row[]; here: string }) {
  const { t } = useTranslation()
  const columns: Column<Row>[] = [
    { label: t('publication:field.code'), heading: true, cell: ({ code, text }) => <><a href={`${here}/${code}`} className="issue-link">{code}</a>{text}</> },
    { label: t('publication:field.leadUnit'), cell: ({ leadUnit }) => leadUnit ?? t('publication:noLead') },
    { label: t('publication:field.stage'), cell: (row) => <Stage row={row} /> },
    {
      label: t('publication:field.people'),
      cell: ({ draftedBy, approvedBy }) => [draftedBy && t('publication:drafted', { name: draftedBy }), approvedBy && t('publication:approved', { name: approvedBy })].filter(Boolean).join(' · '),
    },
  ]
  return <Table caption={t('publication:heading')} columns={columns} rows={rows} rowKey={({ code }) => code} />
}

function Stage({ row: { stage, standing, publishable, code } }: { row: Row }) {
  const { t } = useTranslation()
  return (
    <>
      <Badge tone={tones[stage]}>{t(`publication:stage.${stage}`)}</Badge>
      {standing && <span className="block text-sm text-ink-soft">{t('publication:standing')}</span>}
      {!publishable && <span className="block text-sm text-warn">{t('publication:notPublishable')}</span>}
      {(stage === 'published' || standing) && <a className="link inline-block py-1 text-sm" href={`/published/${code}`} aria-label={`${t('publication:see')}: ${code}`}>{t('publication:see')}</a>}
    </>
  )
}
