import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { titled } from '#app/i18n/title.ts'
import { dropDraft } from '#app/issues/filing/drop-draft.server.ts'
import { filers, pagesFor } from '#app/issues/filing/pages.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SubmitButton } from '#app/ui/form.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { draftOf } from '#db/queries/filing-draft.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'filing:title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  const draft = await draftOf(db(), actor.personId)
  return { first: pagesFor(actor)[0], draft: draft && { page: draft.page, at: draft.updatedAt.toISOString() } }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  await dropDraft(db(), actor.personId)
  return redirect(`/issues/new/${pagesFor(actor)[0]}`)
}

export default function Start() {
  const { t } = useTranslation()
  const { first, draft } = useLoaderData<typeof loader>()
  return (
    <div className="space-y-6">
      <PageHeader title={t('filing:title')} lead={t('filing:start.lead')} />
      {draft && <Unfinished {...draft} />}
      <div>
        <h2 className="text-lg font-semibold">{t('filing:start.needTitle')}</h2>
        <ul className="mt-2 list-disc space-y-1 pl-5">
          {['facts', 'papers', 'wish'].map((need) => (
            <li key={need}>{t(`filing:start.need.${need}`)}</li>
          ))}
        </ul>
      </div>
      <p><Link to="/issues/claim" className="link inline-block py-1">{t('before:claim.link')}</Link></p>
      {!draft && <LinkButton to={`/issues/new/${first}`}>{t('filing:start.begin')}</LinkButton>}
    </div>
  )
}

function Unfinished({ page, at }: { page: string; at: string }) {
  const { t } = useTranslation()
  return (
    <Card title={t('filing:start.continueTitle')}>
      <p>{t('filing:start.continueLead', { at: formatDateTime(at) })}</p>
      <div className="mt-4 flex flex-wrap items-start gap-3">
        <LinkButton to={`/issues/new/${page}`}>{t('filing:start.continue')}</LinkButton>
        <Form method="post" action="/issues/new?index">
          <SubmitButton variant="secondary">{t('filing:start.discard')}</SubmitButton>
        </Form>
      </div>
      <p className="mt-2 text-sm text-ink-soft">{t('filing:start.discardHint')}</p>
    </Card>
  )
}
