import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { filers } from '#app/issues/filing/pages.ts'
import { verdictView } from '#app/issues/verdict-view.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Gone } from '../_app.issues.$code/gone.tsx'
import { makeMove } from '../_app.issues.$code/make-move.server.ts'
import { Judged } from './judged.tsx'
import { NotSolved } from './not-solved.tsx'
import { Solved } from './solved.tsx'
import { SolvedOrNot } from './solved-or-not.tsx'
import { Standing } from './standing.tsx'

export const meta: MetaFunction = ({ matches, params }) => titled(matches, 'verdict:title', { code: params.code ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  return (await verdictView(db(), args.params.code ?? '', actor, languageOf(args.request, actor))) ?? notFound('issue')
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  const form = await readForm(args.request)
  return makeMove(db(), { code: args.params.code ?? '', form, actor, language: languageOf(args.request, actor) })
}

/** Also after a refused action: somebody else may have moved the issue on. */
export const shouldRevalidate = () => true

export default function Verdict() {
  const { t } = useTranslation()
  const view = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const solved = useSearchParams()[0].get('solved')
  return (
    <div className="max-w-2xl space-y-6">
      <PageHeader title={t('verdict:title', { code: view.code })} crumbs={[{ label: view.code, to: `/issues/${view.code}` }]} />
      <Judged view={view} />
      <Standing result={result} />
      {solved === 'yes' && view.mayConfirm ? (
        <Solved view={view} result={result} />
      ) : solved === 'no' && view.mayDispute ? (
        <NotSolved view={view} result={result} />
      ) : (
        <SolvedOrNot view={view} />
      )}
    </div>
  )
}

export const ErrorBoundary = Gone
