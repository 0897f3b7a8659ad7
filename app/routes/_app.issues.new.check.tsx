import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { z } from 'zod'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import { refusedForm } from '#app/http/refused-form.server.ts'
import { titled } from '#app/i18n/title.ts'
import { fileDraft, seenAs } from '#app/issues/filing/file-draft.server.ts'
import { filers, firstOpenPage } from '#app/issues/filing/pages.ts'
import { HouseForm, SubmitButton } from '#app/ui/form.tsx'
import { useHouseForm } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { draftOf } from '#db/queries/filing-draft.ts'
import { answeredBy } from './_app.issues.new/answered.server.ts'
import { AnswersToCheck } from './_app.issues.new/answers-to-check.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'filing:check.title')

/** What changed meanwhile is the very thing to be looked at again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

const sent = z.object({ seen: z.string().regex(/^[0-9a-f]{64}$/) })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  const draft = await draftOf(db(), actor.personId)
  if (!draft) throw redirect('/issues/new')
  const open = firstOpenPage(actor, draft.answers)
  if (open) throw redirect(`/issues/new/${open}?check`)
  return { answered: await answeredBy(actor, draft.answers), byAssociation: actor.role === 'association', seen: seenAs(draft.answers) }
}

export async function action(args: ActionFunctionArgs) {
  const by = await requireActor(args, ...filers)
  const form = await parseForm(args.request, sent)
  if (!form.ok) return invalidForm(form)
  try {
    const { code } = await fileDraft(db(), { by, seen: form.data.seen, key: form.idempotencyKey })
    return redirect(`/issues/${code}/filed`)
  } catch (error) {
    return refusedForm(error, {})
  }
}

export default function Check() {
  const { t } = useTranslation()
  const { answered, byAssociation, seen } = useLoaderData<typeof loader>()
  const labels = { conference: t('filing:conference.label'), group: t('filing:group.label'), enterprise: t('filing:check.enterprise') }
  const form = useHouseForm(sent, { id: 'check', labels, result: useActionData<typeof action>() })
  return (
    <>
      <PageHeader title={t('filing:check.title')} />
      <HouseForm form={form}>
        <input type="hidden" name="seen" value={seen} />
        <AnswersToCheck answered={answered} byAssociation={byAssociation} />
        <p>{t('filing:check.after')}</p>
        <SubmitButton>{t('filing:check.send')}</SubmitButton>
      </HouseForm>
    </>
  )
}
