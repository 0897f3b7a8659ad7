import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { conferenceSchema } from '#app/conferences/conference-form.ts'
import { openConference } from '#app/conferences/open-conference.server.ts'
import { PlanForm } from '#app/conferences/plan-form.tsx'
import { planChoices } from '#app/conferences/plan-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'conferences:new.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  return { choices: await planChoices(db(), languageOf(args.request, actor)), hostUnit: actor.unit ?? '' }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  return submit(await readForm(args.request), actor, conferenceSchema, async (tx, input) => {
    const { id } = await openConference(tx, input, actor)
    return `/conferences/${id}/plan`
  })
}

export default function NewConference() {
  const { t } = useTranslation()
  const { choices, hostUnit } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('conferences:new.title')} lead={t('before:plan.newLead')} crumbs={[{ label: t('conferences:list.title'), to: '/conferences' }]} />
      <Card>
        <PlanForm choices={choices} initial={{ scheme: 'standard', hostUnit }} result={useActionData<typeof action>()} submit={t('conferences:new.submit')} />
      </Card>
    </div>
  )
}
