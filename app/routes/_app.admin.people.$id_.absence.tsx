import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { absenceAction } from '#app/absence/absence-action.server.ts'
import { Arrangements, HandOverCard } from '#app/absence/absence-cards.tsx'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { personWithRole } from '#db/queries/admin-people.ts'
import { capacitiesOf, mayHandOver } from '#db/queries/capacities.ts'
import { delegationsOf, possibleStandIns } from '#db/queries/delegations.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'absence:title')

const idOf = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : notFound('person'))

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, 'admin')
  const id = idOf(args.params.id)
  const [person, capacities, items, standIns] = await Promise.all([personWithRole(db(), id), capacitiesOf(db(), id), delegationsOf(db(), id), possibleStandIns(db(), id)])
  return { id, name: person?.name ?? notFound('person'), own: capacities.filter(mayHandOver), items, standIns }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'admin')
  return absenceAction(await readForm(args.request), actor, `/admin/people/${idOf(args.params.id)}/absence`)
}

export default function Absence() {
  const { t } = useTranslation()
  const { id, name, own, items, standIns } = useLoaderData<typeof loader>()
  const done = useSearchParams()[0].get('done') ?? ''
  return (
    <div className="max-w-2xl space-y-6">
      <PageHeader title={t('absence:leadAdmin', { name })} crumbs={[{ label: t('admin:people.title'), to: '/admin/people' }, { label: name, to: `/admin/people/${id}` }]} />
      {(done === 'handOver' || done === 'end') && <Notice tone="good" title={t(`absence:done.${done}`)} alert />}
      <Arrangements items={items} mayEnd={() => true} />
      {own.length > 0 && <HandOverCard capacities={own} standIns={standIns} />}
    </div>
  )
}
