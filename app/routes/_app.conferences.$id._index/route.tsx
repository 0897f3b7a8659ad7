import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { ConferenceTabs } from '#app/conferences/conference-tabs.tsx'
import { confirmSchema } from '#app/conferences/confirm-form.ts'
import { confirmSuggestions } from '#app/conferences/confirm-suggestions.server.ts'
import { triageView } from '#app/conferences/triage-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import { once } from '#app/http/once.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { formatDate } from '#app/ui/format.ts'
import { MoveDone } from '#app/ui/move-done.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Figures } from './figures.tsx'
import { Results } from './results.tsx'
import { TriageItem } from './triage-item.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'conferences:page.title', { title: data?.conference.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary', 'leader', 'auditor')
  return triageView(db(), actor, { id: args.params.id, search: new URL(args.request.url).searchParams, language: languageOf(args.request, actor) })
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator')
  const form = await parseForm(args.request, confirmSchema)
  if (!form.ok) return invalidForm(form)
  const { only, issue } = form.data
  const work = { personId: actor.personId, key: form.idempotencyKey, body: { confirm: only ?? issue } }
  const results = await once(db(), work, (tx) => confirmSuggestions(tx, only ? [only] : issue, actor, only !== undefined))
  return { results }
}

export default function Conference() {
  const { t } = useTranslation()
  const { conference, figures, total, agreement, tabs, views, rows, next, mayImport, mayRoute, allPicked, pickAll, here } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const named = (label: string | null) => label ?? t('conferences:group.none')
  return (
    <>
      <PageHeader
        title={conference.title}
        crumbs={[{ label: t('conferences:list.title'), to: '/conferences' }]}
        lead={[formatDate(conference.heldOn), conference.venue, conference.chair].filter(Boolean).join(' · ')}
        actions={mayImport && <LinkButton to={`/conferences/${conference.id}/import`}>{t('conferences:import.title')}</LinkButton>}
      />
      <ConferenceTabs conference={conference.id} />
      <MoveDone />
      <Results results={answer && 'results' in answer ? answer.results : undefined} refused={answer !== undefined && !('results' in answer)} />
      <Figures conference={conference.id} groups={figures.map((row) => ({ ...row, label: named(row.label) }))} total={total} agreement={agreement} />
      <div className="mt-8">
        <Tabs label={t('conferences:triage.views')} items={views.map(({ view, ...tab }) => ({ ...tab, label: t(`conferences:triage.view.${view}`) }))} />
        <Tabs label={t('conferences:triage.groups')} items={tabs.map(({ label, all, ...tab }) => ({ ...tab, label: all ? t('conferences:group.all') : named(label) }))} />
        <Card flush>
          {rows.length > 0 ? (
            <Form method="post" action={here} key={allPicked ? 'all' : 'none'}>
              <IdempotencyKey of="confirm" />
              {mayRoute && (
                <div className="flex flex-wrap items-center gap-3 border-b border-line p-4">
                  <SubmitButton>{t('conferences:triage.confirmChosen')}</SubmitButton>
                  <LinkButton variant="secondary" to={pickAll}>{t(allPicked ? 'conferences:triage.pickNone' : 'conferences:triage.pickAll')}</LinkButton>
                </div>
              )}
              <ol className="divide-y divide-line">
                {rows.map((row) => <TriageItem key={row.id} row={row} picked={allPicked} here={here} />)}
              </ol>
            </Form>
          ) : (
            <EmptyState title={t('conferences:triage.none')}>{t('conferences:triage.noneLead')}</EmptyState>
          )}
          <Pagination next={next} />
        </Card>
      </div>
    </>
  )
}
