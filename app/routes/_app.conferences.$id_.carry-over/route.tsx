import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { leaveOutSchema, takeUpSchema } from '#app/conferences/carry-over-form.ts'
import { carryOverReaders, carryOverView } from '#app/conferences/carry-over-view.server.ts'
import { ConferenceTabs } from '#app/conferences/conference-tabs.tsx'
import { leaveOut, takeUp } from '#app/conferences/decide-carry-over.server.ts'
import { db } from '#app/http/database.server.ts'
import { notFound } from '#app/http/errors.ts'
import { readForm } from '#app/http/form.server.ts'
import { submitOrSay } from '#app/http/submit.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate, formatDateTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Carried, LeftOut } from './carried.tsx'
import { LeaveOut } from './leave-out.tsx'
import { Sheet } from './sheet.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'carry:title', { title: data?.conference.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...carryOverReaders)
  return carryOverView(db(), actor, { id: args.params.id, search: new URL(args.request.url).searchParams, language: languageOf(args.request, actor) })
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  const conference = /^\d{1,15}$/.test(args.params.id ?? '') ? Number(args.params.id) : notFound('conference')
  const form = await readForm(args.request)
  const done = (name: string, code: string) => `/conferences/${conference}/carry-over?done=${name}&code=${encodeURIComponent(code)}`
  if (form.get('intent') === 'takeUp') {
    return submitOrSay(form, actor, takeUpSchema, async (tx, { code }) => {
      await takeUp(tx, { conference, code, by: actor })
      return done('takeUp', code)
    })
  }
  return submitOrSay(form, actor, leaveOutSchema, async (tx, input) => {
    await leaveOut(tx, { conference, ...input, by: actor })
    return done('leaveOut', input.code)
  })
}

/** Also after a refused action: the issue may have been resolved meanwhile. */
export const shouldRevalidate = () => true

export default function CarryOver() {
  const { t } = useTranslation()
  const view = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [search] = useSearchParams()
  const { conference, sheet, began, asOf, grouping, whole } = view
  const asked = search.get('leaveOut')
  const here = `/conferences/${conference.id}/carry-over`
  return (
    <>
      <PageHeader
        title={t('carry:heading')}
        crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }]}
        lead={sheet && t(began ? 'carry:leadBegan' : 'carry:lead', { at: formatDateTime(asOf), held: formatDate(conference.heldOn) })}
        actions={sheet && (
          <>
            <LinkButton to={`${here}.xlsx`} variant="secondary" download>{t('carry:download')}</LinkButton>
            <LinkButton to={`${here}?by=${grouping}${whole ? '' : '&rows=all'}`} variant="secondary">{t(whole ? 'carry:back' : 'carry:print')}</LinkButton>
          </>
        )}
      />
      <ConferenceTabs conference={conference.id} />
      <Done />
      {!asked && result?.errors?.[''] && <div className="mb-5"><Notice tone="warn" alert title={t(result.errors[''].key)} /></div>}
      {!sheet ? (
        <Nothing of="noSeries" action={view.mayPlan && <LinkButton to={`/conferences/${conference.id}/plan`}>{t('carry:noSeries.plan')}</LinkButton>} />
      ) : sheet.figures.rows === 0 ? (
        <Nothing of="first" />
      ) : (
        <div className="space-y-6">
          {asked && view.mayDecide && <LeaveOut key={asked} code={asked} here={here} result={result} />}
          <Sheet conference={conference.id} grouping={grouping} figures={sheet.figures} />
          <Carried sheet={sheet} here={here} mayDecide={view.mayDecide} />
          {sheet.leftOut.length > 0 && <LeftOut sheet={sheet} here={here} mayDecide={view.mayDecide} />}
        </div>
      )}
    </>
  )
}

function Nothing({ of, action }: { of: 'noSeries' | 'first'; action?: React.ReactNode }) {
  const { t } = useTranslation()
  return <Card><EmptyState title={t(`carry:${of}.title`)} action={action}>{t(`carry:${of}.lead`)}</EmptyState></Card>
}

function Done() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const done = (['leaveOut', 'takeUp'] as const).find((one) => one === search.get('done'))
  const code = search.get('code') ?? ''
  if (!done || !/^[\w-]{1,40}$/.test(code)) return null
  return <div className="mb-5" role="status"><Notice tone="good" title={t(`carry:done.${done}`, { code })} /></div>
}
