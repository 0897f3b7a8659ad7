import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { actTogether } from '#app/clusters/act-together.server.ts'
import { addMember } from '#app/clusters/add-member.server.ts'
import { clusterReaders, clusterView } from '#app/clusters/cluster-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { togetherMoves } from '#workflows/clusters/together.ts'
import { AddMember } from './add-member.tsx'
import { Members } from './members.tsx'
import { Together } from './together.tsx'

export const meta: MetaFunction = ({ matches, params }) => titled(matches, 'clusters:page.title', { id: params.id ?? '' })

const idOf = (id: string | undefined) => (/^\d{1,9}$/.test(id ?? '') ? Number(id) : notFound('cluster'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...clusterReaders)
  return (await clusterView(db(), idOf(args.params.id), actor, languageOf(args.request, actor))) ?? notFound('cluster')
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'officer', 'head', 'leader')
  const cluster = idOf(args.params.id)
  const form = await readForm(args.request)
  const move = togetherMoves.find((one) => one === form.get('move'))
  return move ? actTogether(db(), { cluster, move, form, actor }) : addMember(db(), { cluster, form, actor })
}

/** Also after a refused action: a member may have moved on, or left. */
export const shouldRevalidate = () => true

export default function ClusterPage() {
  const { t } = useTranslation()
  const { id, members, together, mayAdd } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <>
      <PageHeader title={t('clusters:page.title', { id })} crumbs={[{ label: t('common:nav.issues'), to: '/issues' }]} lead={t('clusters:page.lead')} />
      <Done />
      <div className="space-y-6">
        <Members members={members} />
        {together.map((one) => <Together key={one.move} of={one} cluster={id} result={result?.of === one.move ? result : undefined} />)}
        {mayAdd && <AddMember result={result?.of === 'add' ? result : undefined} />}
      </div>
    </>
  )
}

const told = ['joinCluster', ...togetherMoves]

function Done() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const done = told.find((one) => one === search.get('done'))
  if (!done) return null
  const count = Number(search.get('n')) || 1
  return (
    <div className="mb-5" role="status">
      <Notice tone="good" title={t(`clusters:done.${done}`, { count })} />
    </div>
  )
}
