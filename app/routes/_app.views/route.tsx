import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { requireActor } from '#app/access/viewer.server.ts'
import { intentOf } from '#app/admin/intent.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submitOrSay } from '#app/http/submit.server.ts'
import { titled } from '#app/i18n/title.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import type { FormResult } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { readers, shareOf, sharesOpenTo } from '#app/views/audience.ts'
import { changeView } from '#app/views/change-view.server.ts'
import { dropView } from '#app/views/drop-view.server.ts'
import { addressOf, readPageAddress } from '#app/views/page-address.ts'
import { saveView } from '#app/views/save-view.server.ts'
import { changeSchema, dropSchema, saveSchema } from '#app/views/view-form.ts'
import { viewsFor } from '#db/queries/saved-views.ts'
import { Change } from './change.tsx'
import { Save } from './save.tsx'

export const meta: MetaFunction = ({ matches }) => titled(matches, 'views:title')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...readers)
  const page = readPageAddress(new URL(args.request.url).searchParams.get('save') ?? '')
  const views = await viewsFor(db(), actor)
  return { views: views.map((view) => ({ ...view, share: shareOf(view) })), shares: sharesOpenTo(actor), toSave: page ? addressOf(page) : null }
}

export async function action(args: ActionFunctionArgs) {
  const by = await requireActor(args, ...readers)
  const form = await readForm(args.request)
  switch (intentOf(form)) {
    case 'change':
      return submitOrSay(form, by, changeSchema, (tx, { intent: _, ...input }) => changeView(tx, input, by).then(() => '/views?done=change'))
    case 'drop':
      return submitOrSay(form, by, dropSchema, (tx, { id }) => dropView(tx, id, by).then(() => '/views?done=drop'))
    default:
      return submitOrSay(form, by, saveSchema, (tx, { intent: _, ...input }) => saveView(tx, input, by))
  }
}

export default function Views() {
  const { t } = useTranslation()
  const { views, shares, toSave } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as FormResult | undefined
  const [search] = useSearchParams()
  const done = (['change', 'drop'] as const).find((one) => one === search.get('done'))
  const [own, shared] = [views.filter((view) => view.own), views.filter((view) => !view.own)]
  return (
    <>
      <PageHeader title={t('views:title')} lead={t('views:lead')} />
      {done && !result && <div className="mb-5" role="status"><Notice tone="good" title={t(`views:done.${done}`)} /></div>}
      <div className="space-y-6">
        {toSave !== null && <Save address={toSave} shares={shares} result={result} />}
        <Card title={t('views:own')}>
          {own.length === 0 && <EmptyState title={t('views:none')}>{t('views:noneLead')}</EmptyState>}
          <ul className="divide-y divide-line">
            {own.map((view) => (
              <li key={view.id} className="py-3">
                <a href={view.address} className="link inline-block py-1 font-semibold">{view.name}</a>{' '}
                <span className="text-sm text-ink-soft">{t(`views:share.${view.share}`)}</span>
                <Change key={`${view.name} ${view.share}`} view={view} shares={shares} result={result} />
              </li>
            ))}
          </ul>
        </Card>
        {shared.length > 0 && (
          <Card title={t('views:shared')}>
            <ul className="divide-y divide-line">
              {shared.map(({ id, name, address, owner }) => (
                <li key={id} className="py-2"><a href={address} className="link inline-block py-1 font-semibold">{name}</a> <span className="text-sm text-ink-soft">{t('views:by', { name: owner })}</span></li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  )
}
