import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { changeTopic } from '#app/admin/change-topic.server.ts'
import { intentOf } from '#app/admin/intent.ts'
import { removeRoute } from '#app/admin/remove-route.server.ts'
import { AddRoute, EditTopic, Routes } from '#app/admin/topic-cards.tsx'
import { removeRouteForm, routeForm, topicForm } from '#app/admin/topic-form.ts'
import { saveRoute } from '#app/admin/save-route.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { named } from '#app/ui/named.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { listGroups, topicWithRoutes } from '#db/queries/admin-catalogue.ts'
import { unitChoices } from '#db/queries/admin-units.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'admin:topics.one')

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const [found, groups, units] = await Promise.all([topicWithRoutes(db(), args.params.code ?? ''), listGroups(db()), unitChoices(db())])
  const { topic, routes } = found ?? notFound('topic')
  const wanted = Number(new URL(args.request.url).searchParams.get('route'))
  return { topic, routes, groups, units, editing: routes.find((route) => route.id === wanted) ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  const code = args.params.code ?? ''
  const form = await readForm(args.request)
  const back = async (work: Promise<void>) => (await work, `/admin/topics/${encodeURIComponent(code)}`)
  switch (intentOf(form)) {
    case 'route':
      return submit(form, actor, routeForm, (tx, { intent: _, ...route }) => back(saveRoute(tx, actor, code, route)))
    case 'removeRoute':
      return submit(form, actor, removeRouteForm, (tx, { route }) => back(removeRoute(tx, actor, code, route)))
    default:
      return submit(form, actor, topicForm, (tx, { intent: _, ...topic }) => back(changeTopic(tx, actor, code, topic)))
  }
}

export default function Topic() {
  const { t, i18n } = useTranslation()
  const { topic } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={named(topic, i18n.language)}
        crumbs={[{ label: t('admin:topics.title'), to: '/admin/topics' }]}
        badge={<Badge>{topic.code}</Badge>}
        actions={<LinkButton variant="secondary" to={`/admin/log?subject=topic&id=${topic.code}`}>{t('admin:log.ofThis')}</LinkButton>}
      />
      <div className="space-y-6">
        <Routes />
        <AddRoute />
        <EditTopic />
      </div>
    </>
  )
}
