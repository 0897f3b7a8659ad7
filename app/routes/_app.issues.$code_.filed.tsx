import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { titled } from '#app/i18n/title.ts'
import { filers } from '#app/issues/filing/pages.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatDate } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { filedIssue } from '#db/queries/filed-issue.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'filing:filed.title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...filers)
  return (await filedIssue(db(), args.params.code ?? '', actor)) ?? notFound('issue')
}

export default function Filed() {
  const { t } = useTranslation()
  const { code, dueOn, firstDueOn } = useLoaderData<typeof loader>()
  const date = formatDate(dueOn ?? firstDueOn ?? '')
  return (
    <div className="max-w-2xl space-y-6">
      <PageHeader title={t('filing:filed.title')} />
      <dl className="rounded border border-l-4 border-good bg-paper p-5">
        <dt className="text-ink-soft">{t('filing:filed.code')}</dt>
        <dd className="text-2xl font-bold">{code}</dd>
        <dt className="mt-4 text-ink-soft">{t('filing:filed.dueOn')}</dt>
        <dd className="text-2xl font-bold">{date}</dd>
      </dl>
      <p>{t('filing:filed.keep')}</p>
      <div>
        <h2 className="text-lg font-semibold">{t('filing:filed.nextTitle')}</h2>
        <ol className="mt-2 list-decimal space-y-2 pl-5">
          {['route', 'ask', 'answer', 'verdict'].map((step) => (
            <li key={step}>{t(`filing:filed.next.${step}`, { date })}</li>
          ))}
        </ol>
      </div>
      <div className="flex flex-wrap gap-3">
        <LinkButton to={`/issues/${code}`}>{t('filing:filed.follow')}</LinkButton>
        <LinkButton to="/issues/new" variant="secondary">{t('filing:filed.another')}</LinkButton>
      </div>
    </div>
  )
}
