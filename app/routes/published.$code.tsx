import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { reportDb } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { cacheable } from '#app/publication/cacheable.ts'
import { PublicError, PublicPage, useInLanguage } from '#app/publication/public-page.tsx'
import { publishedOne } from '#app/publication/published-view.server.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatDate } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { bare: true }
export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => titled(matches, page && 'publication:public.code', { code: page?.code ?? '' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(await publishedOne(await reportDb(), params.code ?? '', languageOf(request)), { headers: cacheable(request) })
}

export default function PublishedIssue() {
  const { t } = useTranslation()
  const page = useLoaderData<typeof loader>()
  const inLanguage = useInLanguage()
  const { code, conference, promises } = page
  const promised = promises.map(({ dueOn, doneOn }) =>
    `${t('publication:public.due', { on: formatDate(dueOn) })}: ${doneOn ? t('publication:public.doneOn', { on: formatDate(doneOn) }) : t('publication:public.open')}`)
  return (
    <PublicPage>
      <PageHeader title={t('publication:public.code', { code })} crumbs={[{ label: t('publication:public.back'), to: inLanguage('/published') }]} />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="min-w-0 space-y-6">
          {page.corrected && <Notice title={t('publication:public.corrected')} />}
          <Card title={t('publication:public.question')}><p className="wrap-anywhere whitespace-pre-line">{page.question}</p></Card>
          <Card title={t('publication:public.answer')}><p className="wrap-anywhere whitespace-pre-line">{page.answer}</p></Card>
        </div>
        <Card>
          <DefinitionList
            items={[
              { term: t('publication:public.leadUnit'), value: page.leadUnit ?? t('publication:public.noLead') },
              { term: t('publication:public.conference'), value: conference && `${conference.title} (${formatDate(conference.heldOn)})` },
              { term: t('publication:public.group'), value: page.group },
              { term: t('publication:public.received'), value: formatDate(page.receivedOn) },
              { term: t('publication:public.answered'), value: page.answeredOn && formatDate(page.answeredOn) },
              { term: t('publication:public.promises'), value: promised.length > 0 && <ul>{promised.map((one, at) => <li key={`${at} ${one}`}>{one}</li>)}</ul> },
              { term: t('publication:public.published'), value: formatDate(page.publishedAt) },
            ].map((item) => ({ ...item, value: item.value || undefined }))}
          />
        </Card>
      </div>
    </PublicPage>
  )
}

export { PublicError as ErrorBoundary }
