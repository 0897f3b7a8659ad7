import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { clusterReaders } from '#app/clusters/cluster-view.server.ts'
import { judgeSimilar } from '#app/clusters/judge-similar.server.ts'
import { SimilarCard } from '#app/clusters/similar-card.tsx'
import { similarPage } from '#app/clusters/similar-page.server.ts'
import { db } from '#app/http/database.server.ts'
import { isExpected, notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Gone } from './_app.issues.$code/gone.tsx'

export const meta: MetaFunction = ({ matches, params }) => titled(matches, 'clusters:similar.title', { code: params.code ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...clusterReaders)
  return (await similarPage(db(), args.params.code ?? '', actor, languageOf(args.request, actor))) ?? notFound('issue')
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, ...clusterReaders)
  const form = await readForm(args.request)
  try {
    return redirect(await judgeSimilar(db(), args.params.code ?? '', actor, form), 303)
  } catch (error) {
    if (!isExpected(error) || error.status !== 409) throw error
    return data({ reason: error.reason }, 409)
  }
}

/** Also after a refused choice: somebody else may have moved one of the two. */
export const shouldRevalidate = () => true

export default function SimilarIssues() {
  const { t } = useTranslation()
  const { code, text, similar } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <div className="max-w-3xl space-y-6">
      <PageHeader title={t('clusters:similar.title', { code })} crumbs={[{ label: code, to: `/issues/${code}` }]} lead={t('clusters:similar.lead')} />
      {result && <Notice tone="warn" title={t(result.reason.key, result.reason.params)}>{t('clusters:similar.again')}</Notice>}
      <Card title={t('clusters:similar.this')}>
        <p className="wrap-anywhere whitespace-pre-line">{text}</p>
      </Card>
      <SimilarCard similar={similar} issue={similar.issue} />
    </div>
  )
}

export const ErrorBoundary = Gone
