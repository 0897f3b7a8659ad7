import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { intentOf } from '#app/admin/intent.ts'
import { changeConference } from '#app/conferences/change-conference.server.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { conferenceSchema } from '#app/conferences/conference-form.ts'
import { ConferenceTabs } from '#app/conferences/conference-tabs.tsx'
import { PlanForm } from '#app/conferences/plan-form.tsx'
import { planView } from '#app/conferences/plan-view.server.ts'
import { formSwitch } from '#app/conferences/public-form-switch.ts'
import { closePublicForm, openPublicForm } from '#app/conferences/public-form.server.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import type { FormResult } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { PublicForm } from './public-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'before:plan.pageTitle', { title: data?.conference.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  const { searchParams } = new URL(args.request.url)
  return { ...(await planView(db(), args.params.id, languageOf(args.request, actor))), saved: searchParams.has('saved') }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  const { id } = await conferenceAsked(db(), args.params.id)
  const form = await readForm(args.request)
  const here = `/conferences/${id}/plan`
  if (intentOf(form) === 'publicForm') {
    return submit(form, actor, formSwitch, async (tx, { turn }) => {
      await (turn === 'open' ? openPublicForm(tx, actor, id) : closePublicForm(tx, actor, id))
      return `${here}#public-form`
    })
  }
  return submit(form, actor, conferenceSchema, async (tx, input) => {
    await changeConference(tx, actor, id, input)
    return `${here}?saved`
  })
}

export default function Plan() {
  const { t } = useTranslation()
  const { conference, choices, initial, publicForm, saved } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Partial<FormResult> | undefined
  return (
    <>
      <PageHeader title={t('before:plan.title')} crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }]} lead={t('before:plan.lead')} />
      <ConferenceTabs conference={conference.id} />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <Card>
          {saved && !result && <p role="status" className="mb-4 font-semibold text-good">{t('before:plan.saved')}</p>}
          <PlanForm choices={choices} initial={initial} result={result} submit={t('before:plan.save')} />
        </Card>
        <PublicForm conference={conference.id} {...publicForm} />
      </div>
    </>
  )
}
