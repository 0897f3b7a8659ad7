import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { absenceAction } from '#app/absence/absence-action.server.ts'
import { Arrangements, CapacityCard, HandOverCard } from '#app/absence/absence-cards.tsx'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { capacitiesOf, mayHandOver } from '#db/queries/capacities.ts'
import { delegationsOf, possibleStandIns } from '#db/queries/delegations.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'absence:title')

export async function loader(args: LoaderFunctionArgs) {
  const { personId, membershipId } = await requireActor(args)
  const [capacities, items] = await Promise.all([capacitiesOf(db(), personId), delegationsOf(db(), personId)])
  const own = capacities.filter(mayHandOver)
  const standIns = own.length > 0 ? await possibleStandIns(db(), personId, own.map(({ unit }) => unit ?? '')) : []
  return { personId, membershipId, capacities, own, items, standIns }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  return absenceAction(await readForm(args.request), actor, '/account/absence')
}

const notices: Record<string, string> = { handOver: 'absence:done.handOver', end: 'absence:done.end', capacity: 'absence:capacity.done' }

export default function Absence() {
  const { t } = useTranslation()
  const { personId, membershipId, capacities, own, items, standIns } = useLoaderData<typeof loader>()
  const done = notices[useSearchParams()[0].get('done') ?? '']
  return (
    <div className="mx-auto max-w-2xl space-y-6">
      <PageHeader title={t('absence:title')} lead={t('absence:lead')} crumbs={[{ label: t('access:account.title'), to: '/account' }]} />
      {done && <Notice tone="good" title={t(done)} alert />}
      <CapacityCard capacities={capacities} current={membershipId} />
      <Arrangements items={items} mayEnd={({ holderId }) => holderId === personId} />
      {own.length > 0 && <HandOverCard capacities={own} standIns={standIns} />}
    </div>
  )
}
