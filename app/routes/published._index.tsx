import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { reportDb } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { cacheable } from '#app/publication/cacheable.ts'
import { PublicError, PublicPage, useInLanguage } from '#app/publication/public-page.tsx'
import { publishedList } from '#app/publication/published-view.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { Select } from '#app/ui/choice.tsx'
import { formatDate } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

/** For everybody, without an account. */
export const handle = { bare: true }
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction = ({ matches }) => titled(matches, 'publication:public.title')

export async function loader({ request }: LoaderFunctionArgs) {
  return data(await publishedList(await reportDb(), new URL(request.url).searchParams, languageOf(request)), { headers: cacheable(request) })
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['items'][number]

export default function PublishedList() {
  const { t } = useTranslation()
  const { items, next, filtered, conferences, groups } = useLoaderData<typeof loader>()
  const inLanguage = useInLanguage()
  return (
    <PublicPage>
      <PageHeader title={t('publication:public.title')} lead={t('publication:public.lead')} />
      <Search conferences={conferences} groups={groups} />
      <Card flush>
        {items.length > 0 ? (
          <ul aria-label={t('publication:public.list')} className="divide-y divide-line">{items.map((item) => <Entry key={item.code} item={item} />)}</ul>
        ) : filtered ? (
          <EmptyState title={t('publication:public.noneFit')} action={<LinkButton to={inLanguage('/published')} variant="secondary">{t('publication:public.clear')}</LinkButton>}>
            {t('publication:public.noneFitLead')}
          </EmptyState>
        ) : (
          <EmptyState title={t('publication:public.none')} />
        )}
        <Pagination next={next} />
      </Card>
    </PublicPage>
  )
}

function Entry({ item: { code, question, leadUnit, group, publishedAt, conference } }: { item: Item }) {
  const { t } = useTranslation()
  const inLanguage = useInLanguage()
  return (
    <li className="px-4 py-4">
      <a href={inLanguage(`/published/${code}`)} className="link numbers font-semibold">{code}</a>
      <p className="mt-1 wrap-anywhere">{question}</p>
      <p className="mt-1 text-sm text-ink-soft">
        {[leadUnit ?? t('publication:public.noLead'), group, conference && `${conference.title} (${formatDate(conference.heldOn)})`, formatDate(publishedAt)].filter(Boolean).join(' · ')}
      </p>
    </li>
  )
}

type Choices = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'conferences' | 'groups'>

function Search({ conferences, groups }: Choices) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const field = (name: string) => ({ id: `find-${name}`, name, defaultValue: search.get(name) ?? '' })
  const language = search.get('lang')
  const held = conferences.map(({ id, title, heldOn }) => ({ value: String(id), label: `${formatDate(heldOn)} – ${title}` }))
  return (
    <Form method="get" reloadDocument key={search.toString()} role="search" aria-label={t('publication:public.search')} className="mb-5 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {language && <input type="hidden" name="lang" value={language} readOnly />}
      <TextInput type="search" label={t('publication:public.q')} hint={t('publication:public.qHint')} {...field('q')} />
      <Select label={t('publication:public.conference')} empty={t('publication:public.any')} options={held} {...field('conference')} />
      <Select label={t('publication:public.group')} empty={t('publication:public.any')} options={groups} {...field('group')} />
      <div><Button type="submit">{t('publication:public.search')}</Button></div>
    </Form>
  )
}

export { PublicError as ErrorBoundary }
