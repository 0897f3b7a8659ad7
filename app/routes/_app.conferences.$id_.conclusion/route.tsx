import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { intentOf, resultOf } from '#app/admin/intent.ts'
import { draftForm, orderForm, signOffForm, wordingForm } from '#app/conclusions/conclusion-form.ts'
import { conclusionView } from '#app/conclusions/conclusion-view.server.ts'
import { draftConclusion } from '#app/conclusions/draft-conclusion.server.ts'
import { orderTasks } from '#app/conclusions/order-tasks.server.ts'
import { saveWording } from '#app/conclusions/save-wording.server.ts'
import { signOffConclusion } from '#app/conclusions/sign-off-conclusion.server.ts'
import { ConferenceTabs } from '#app/conferences/conference-tabs.tsx'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { Downloads } from '#app/documents/downloads.tsx'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { Badge } from '#app/ui/badge.tsx'
import { EmptyState } from '#app/ui/card.tsx'
import { IdempotencyKey, SubmitButton } from '#app/ui/form.tsx'
import { formatDate } from '#app/ui/format.ts'
import type { FormResult } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SignOffCard } from './sign-off-card.tsx'
import { Tasks } from './tasks.tsx'
import { WordingCard } from './wording-card.tsx'
import { Written } from './written.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'conclusions:pageTitle', { title: data?.conference.title ?? '' })

/** A form that came second shows what lies there now, and may then be sent again. */
export const shouldRevalidate = () => true

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary', 'leader', 'auditor')
  return conclusionView(db(), actor, args.params.id, languageOf(args.request, actor))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  const form = await readForm(args.request)
  const { id } = await conferenceAsked(db(), args.params.id)
  const page = `/conferences/${id}/conclusion`
  switch (intentOf(form)) {
    case 'wording':
      return submit(form, actor, wordingForm, async (tx, { intent: _, ...input }) => (await saveWording(tx, id, input, actor), `${page}#tasks`))
    case 'order':
      return submit(form, actor, orderForm, async (tx, input) => (await orderTasks(tx, id, input, actor), `${page}#tasks`))
    case 'signOff':
      return submit(form, actor, signOffForm, async (tx, { intent: _, ...input }) => (await signOffConclusion(tx, id, input, actor), page))
    default:
      return submit(form, actor, draftForm, async (tx) => (await draftConclusion(tx, id, actor), page))
  }
}

export default function ConclusionPage() {
  const { t } = useTranslation()
  const { conference, notice, toAdd, mayDraft } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  const issued = notice?.state === 'signedOff'
  return (
    <>
      <PageHeader
        title={t('conclusions:title')}
        crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }]}
        badge={notice && <Badge tone={issued ? 'good' : 'warn'}>{t(`conclusions:state.${notice.state}`)}</Badge>}
        lead={issued ? t('conclusions:issued', { number: notice.number ?? '', on: formatDate(notice.issuedOn ?? ''), name: notice.signerName ?? '' }) : t('conclusions:lead')}
      />
      <ConferenceTabs conference={conference.id} />
      {!notice && (
        <EmptyState title={t('conclusions:none')} action={mayDraft && <Draft label={t('conclusions:begin')} />}>
          {t('conclusions:noneLead', { ...toAdd })}
        </EmptyState>
      )}
      {notice && (
        <div className="space-y-6">
          <Downloads conference={conference.id} documents={['conclusion', 'tasks']} />
          {issued ? <Written /> : <WordingCard result={resultOf(result, 'wording')} />}
          <Tasks more={!issued && toAdd.promises + toAdd.answers > 0 && <Draft label={t('conclusions:tasks.addMore', { ...toAdd })} />} />
          {!issued && <SignOffCard result={resultOf(result, 'signOff')} />}
        </div>
      )}
    </>
  )
}

function Draft({ label }: { label: string }) {
  return (
    <Form method="post">
      <IdempotencyKey of="draft" />
      <input type="hidden" name="intent" value="draft" readOnly />
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </Form>
  )
}
