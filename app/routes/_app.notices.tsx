import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { db } from '#app/http/database.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import { titled } from '#app/i18n/title.ts'
import { markRead, markReadForm } from '#app/notices/mark-read.server.ts'
import { isDirective, isInvitation, placeOf, publishedIn } from '#app/notices/place-of.ts'
import { reportLines } from '#app/notices/report-lines.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDateTime } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { noticesOf, unreadCount } from '#db/queries/my-notices.ts'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'notices:title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const cursor = new URL(args.request.url).searchParams.get('cursor')
  const [page, unread] = await Promise.all([noticesOf(db(), actor, cursor), unreadCount(db(), actor.personId)])
  return { ...page, unread }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, markReadForm)
  if (!form.ok) return invalidForm(form)
  await markRead(db(), actor.personId, form.data)
  return redirect(`/notices${new URL(args.request.url).search}`, 303)
}

type Item = Awaited<ReturnType<typeof loader>>['items'][number]

export default function Inbox() {
  const { t } = useTranslation()
  const { items, next, unread } = useLoaderData<typeof loader>()
  const newest = Math.max(0, ...items.map(({ id }) => id))
  return (
    <>
      <PageHeader
        title={t('notices:title')}
        lead={unread > 0 ? t('notices:unread', { count: unread }) : t('notices:allRead')}
        actions={unread > 0 && <MarkRead name="upTo" value={newest} label={t('notices:markAll')} />}
      />
      <Card flush>
        {items.length === 0 && <EmptyState title={t('notices:empty')}>{t('notices:emptyHint')}</EmptyState>}
        <ul aria-label={t('notices:list')}>{items.map((item) => <Notice key={item.id} item={item} />)}</ul>
        <Pagination next={next} />
      </Card>
    </>
  )
}

function Notice({ item: { id, createdAt, unread, about } }: { item: Item }) {
  const { t, i18n } = useTranslation()
  const sentence = about ? t(`notices:kind.${about.kind}`, about.params) : t('notices:withheld')
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-0">
      <div className="min-w-0 grow basis-72">
        <p className={unread ? 'font-semibold' : undefined}>{sentence}</p>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
          <time dateTime={createdAt.toISOString()}>{formatDateTime(createdAt)}</time>
          {about && isInvitation(about) && <Link to={placeOf(about)} className="link inline-block py-1">{t('before:mail.open')}</Link>}
          {about && isDirective(about) && <Link to={placeOf(about)} className="link inline-block py-1">{t('directives:mail.open')}</Link>}
          {about && reportLines(about, t, i18n.language === 'en' ? 'en' : 'vi').map(({ words, path }) => <a key={path} href={path} className="link inline-block py-1">{words}</a>)}
          {about && publishedIn(about).map(({ code, path }) => <Link key={code} to={path} className="link inline-block py-1">{t('publication:page.title', { code })}</Link>)}
          {about?.code && <Link to={`/issues/${about.code}`} className="link inline-block py-1">{t('notices:open', { code: about.code })}</Link>}
        </p>
      </div>
      {unread && <Badge tone="info">{t('notices:new')}</Badge>}
      {unread && <MarkRead name="id" value={id} label={t('notices:markRead')} says={t('notices:markReadOf', { sentence })} />}
    </li>
  )
}

type MarkReadProps = { name: 'id' | 'upTo'; value: number; label: string; says?: string }

function MarkRead({ name, value, label, says }: MarkReadProps) {
  return (
    <Form method="post" action={`/notices${useLocation().search}`}>
      <Button type="submit" variant="secondary" name={name} value={value} aria-label={says}>{label}</Button>
    </Form>
  )
}
