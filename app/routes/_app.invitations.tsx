import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { answerInvitation } from '#app/conferences/change-participant.server.ts'
import { InvitationCard } from '#app/conferences/invitation-card.tsx'
import { answerForm } from '#app/conferences/participant-forms.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { refusedForm } from '#app/http/refused-form.server.ts'
import { titled } from '#app/i18n/title.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import type { FormResult } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { invitationsOf } from '#db/queries/participants.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'before:invitation.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'enterprise', 'association')
  const [invitations, { calendar }] = await Promise.all([invitationsOf(db(), actor), rulesOf(db())])
  const today = localDate(new Date(), calendar)
  return { invitations: invitations.map((one) => ({ ...one, over: one.heldOn < today })) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'enterprise', 'association')
  const form = await readForm(args.request)
  try {
    return await submit(form, actor, answerForm, async (tx, input) => (await answerInvitation(tx, actor, input), `/invitations#invitation-${input.id}`))
  } catch (error) {
    if (error instanceof Response) throw error
    return refusedForm(error, { id: String(form.get('id') ?? '') })
  }
}

export default function Invitations() {
  const { t } = useTranslation()
  const { invitations } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Partial<FormResult> | undefined
  return (
    <div className="max-w-3xl">
      <PageHeader title={t('before:invitation.title')} lead={t('before:invitation.lead')} />
      {invitations.length === 0 && <Card><EmptyState title={t('before:invitation.none')}>{t('before:invitation.noneLead')}</EmptyState></Card>}
      <div className="space-y-6">
        {invitations.map((one) => <InvitationCard key={one.id} invitation={one} result={result?.values?.id === String(one.id) ? result : undefined} />)}
      </div>
    </div>
  )
}
