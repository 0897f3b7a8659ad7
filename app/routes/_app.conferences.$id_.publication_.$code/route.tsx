import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { submitOrSay } from '#app/http/submit.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { approvePublication } from '#app/publication/approve-publication.server.ts'
import { readers } from '#app/publication/may.ts'
import { approveSchema, draftSchema, withdrawSchema } from '#app/publication/publication-form.ts'
import { publicationView } from '#app/publication/publication-view.server.ts'
import { savePublication } from '#app/publication/save-publication.server.ts'
import { withdrawPublication } from '#app/publication/withdraw-publication.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { FormResult } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Approve, Withdraw } from './decide.tsx'
import { Left, Original, PublicText, Versions } from './texts.tsx'
import { Write } from './write.tsx'

export const meta: MetaFunction = ({ matches, params }) => titled(matches, 'publication:page.title', { code: params.code ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  return publicationView(db(), actor, { id: args.params.id, code: args.params.code ?? '', language: languageOf(args.request, actor) })
}

export async function action(args: ActionFunctionArgs) {
  const by = await requireActor(args, 'coordinator', 'leader')
  const conference = /^\d{1,15}$/.test(args.params.id ?? '') ? Number(args.params.id) : notFound('conference')
  const code = args.params.code ?? ''
  const form = await readForm(args.request)
  const done = (name: string) => `/conferences/${conference}/publication/${encodeURIComponent(code)}?done=${name}`
  switch (form.get('intent')) {
    case 'approve':
      return submitOrSay(form, by, approveSchema, (tx, { seen }) => approvePublication(tx, { conference, code, seen, by }).then(() => done('approve')))
    case 'withdraw':
      return submitOrSay(form, by, withdrawSchema, (tx, input) => withdrawPublication(tx, { conference, code, ...input, by }).then(() => done('withdraw')))
    default:
      return submitOrSay(form, by, draftSchema, (tx, input) => savePublication(tx, { conference, code, ...input, by }).then(() => done('save')))
  }
}

/** Also after a refused action: somebody else may have been first. */
export const shouldRevalidate = () => true

export default function Publication() {
  const { t } = useTranslation()
  const view = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as FormResult | undefined
  const [search] = useSearchParams()
  const { conference, issue, stage } = view
  const done = (['save', 'approve', 'withdraw'] as const).find((one) => one === search.get('done'))
  return (
    <>
      <PageHeader
        title={t('publication:page.title', { code: issue.code })}
        crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }, { label: t('publication:heading'), to: `/conferences/${conference.id}/publication` }]}
        badge={<><Badge tone={stage === 'published' ? 'good' : 'info'}>{t(`publication:stage.${stage}`)}</Badge>{view.standing && !view.correcting && <Badge tone="good">{t('publication:standing')}</Badge>}</>}
        actions={
          <>
            <LinkButton to={`/issues/${issue.code}`} variant="secondary">{t('publication:page.openIssue', { code: issue.code })}</LinkButton>
            {view.standing && <LinkButton to={`/published/${issue.code}`} variant="secondary">{t('publication:see')}</LinkButton>}
          </>
        }
      />
      {done && !result && <div className="mb-5" role="status"><Notice tone="good" title={t(`publication:done.${done}`)} /></div>}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Original issue={issue} taken={view.taken} />
        <div className="min-w-0 space-y-6">
          <Left left={view.left} />
          {view.mayDraft ? <Write key={view.seen} view={view} result={result} /> : <PublicText text={view.text} drafted={stage !== 'none'} />}
          {stage === 'draft' && <Approve key={`approve ${view.seen}`} view={view} result={result} />}
          {view.mayWithdraw && <Withdraw key={`withdraw ${view.seenStanding}`} seen={view.seenStanding} result={result} />}
          <Versions versions={view.versions} />
        </div>
      </div>
    </>
  )
}
