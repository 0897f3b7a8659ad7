import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { actHandOver } from '#app/hand-over/act.server.ts'
import { handOverView } from '#app/hand-over/hand-over-view.server.ts'
import { PeopleCard } from '#app/hand-over/people-card.tsx'
import { WorkCard } from '#app/hand-over/work-card.tsx'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatDate } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'handover:title', { unit: data?.unit.name ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'admin')
  return (await handOverView(db(), args.params.code ?? '', actor, languageOf(args.request, actor))) ?? notFound('unit')
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'admin')
  return actHandOver(db(), { unit: args.params.code ?? '', form: await readForm(args.request), actor })
}

/** Also after a refused action: what moved is gone from the list. */
export const shouldRevalidate = () => true

export default function HandOver() {
  const { t } = useTranslation()
  const { unit, open, successors, mayMoveWork, mayMovePeople } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [search] = useSearchParams()
  const [moved, people] = [Number(search.get('moved')), Number(search.get('people'))]
  const crumbs = mayMovePeople ? [{ label: t('admin:units.title'), to: '/admin/units' }, { label: unit.name, to: `/admin/units/${unit.code}` }] : [{ label: t('handover:list.title'), to: '/hand-over' }]
  return (
    <>
      <PageHeader title={t('handover:title', { unit: unit.name })} crumbs={crumbs} lead={unit.validTo ? t('handover:until', { date: formatDate(unit.validTo) }) : t('handover:inForce')} />
      <div className="space-y-6">
        {moved > 0 && !result && <div role="status"><Notice tone="good" title={t('handover:moved', { count: moved })} /></div>}
        {people > 0 && !result && <div role="status"><Notice tone="good" title={t('handover:movedPeople', { count: people })} /></div>}
        {successors.length === 0 && <Notice tone="warn" title={t('handover:noSuccessor')} />}
        <p>{t('handover:open', { count: open })} {!mayMoveWork && open > 0 && t('handover:byOffice')}</p>
        {mayMoveWork && <WorkCard key={`${open} ${String(result?.problems.length)}`} result={result} />}
        {mayMovePeople && <PeopleCard result={result} />}
      </div>
    </>
  )
}
