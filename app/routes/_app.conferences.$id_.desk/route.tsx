import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { ConferenceTabs } from '#app/conferences/conference-tabs.tsx'
import { deskForms, type DeskForm } from '#app/conferences/desk-forms.ts'
import { deskConference, deskView } from '#app/conferences/desk-view.server.ts'
import { answerInHall, captureComment, promiseInHall } from '#app/conferences/desk.server.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { useFresh } from '#app/ui/fresh.ts'
import type { FormResult } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Capture } from './capture.tsx'
import { takeOut, type Waiting } from './outbox.ts'
import { Said, type SaidRow } from './said.tsx'
import { SpokenAnswer, SpokenPromise } from './spoken.tsx'
import { useOffline, useOutbox } from './use-outbox.ts'
import { WaitingList } from './waiting-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'desk:title', { title: data?.conference.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator')
  return deskView(db(), actor, args.params.id, new URL(args.request.url).searchParams, languageOf(args.request, actor))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator')
  const form = await readForm(args.request)
  const conference = await deskConference(db(), args.params.id)
  const desk = `/conferences/${conference.id}/desk`
  const sent = form.get('form')
  if (sent === 'answer') return submit(form, actor, deskForms.answer, async (tx, input) => said(desk, 'answer', await answerInHall(tx, input, actor)))
  if (sent === 'promise') return submit(form, actor, deskForms.promise, async (tx, input) => said(desk, 'promise', await promiseInHall(tx, input, actor)))
  return submit(form, actor, deskForms.capture, async (tx, { follow, ...input }) => {
    const raised = await captureComment(tx, conference.id, input, actor)
    const search = new URLSearchParams({ done: 'capture', code: raised.code, ...(input.group && { group: input.group }), ...(follow !== 'next' && { [follow]: raised.code }) })
    return `${desk}?${search}`
  })
}

const said = (desk: string, done: DeskForm, { code }: { code: string }) => `${desk}?${new URLSearchParams({ done, code })}`

/** How soon one desk shows what another wrote. */
const everyMs = 4_000

export default function Desk() {
  const { t } = useTranslation()
  const { conference, groups, said, asked, units, mayAnswer } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  const [search] = useSearchParams()
  const [saidNow, look] = useFresh<SaidRow[]>(said, `/conferences/${conference.id}/said`, everyMs)
  const outbox = useOutbox(conference.id, look)
  const [again, setAgain] = useState<Waiting>()
  const [entered, setEntered] = useState<{ code: string; at: string }>()
  useOffline()
  const take = (one: Waiting) => void takeOut(one.n!).then(outbox.refresh).then(() => setAgain(one))
  const here = search.toString()
  const just = entered?.at === here ? entered.code : undefined
  const done = just ? 'capture' : (search.get('done') ?? '')
  const code = just ?? search.get('code') ?? ''
  const about = { units, conference, result }
  return (
    <>
      <PageHeader
        title={t('desk:heading')}
        crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }]}
        lead={t('desk:lead')}
      />
      <ConferenceTabs conference={conference.id} />
      {done in deskForms && /^[\w-]{1,40}$/.test(code) && (
        <div className="mb-5" role="status"><Notice tone="good" title={t(`desk:done.${done}`, { code })} /></div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={asked ? t(`desk:${asked.form}.title`, { code: asked.code }) : t('desk:capture.title')}>
          {asked?.form === 'answer' && <SpokenAnswer key={asked.code} about={asked} {...about} />}
          {asked?.form === 'promise' && <SpokenPromise key={asked.code} about={asked} {...about} />}
          {!asked && (
            <Capture
              key={again?.key ?? ''} conference={conference.id} groups={groups} mayAnswer={mayAnswer} result={result}
              initial={again?.fields ?? { group: search.get('group') ?? '' }} flush={outbox.flush} entered={(one) => setEntered(one === undefined ? undefined : { code: one, at: here })}
            />
          )}
        </Card>
        <div className="space-y-6">
          <WaitingList waiting={outbox.waiting} outcome={outbox.outcome} take={take} />
          <Said rows={saidNow} conference={conference.id} mayAnswer={mayAnswer} />
        </div>
      </div>
    </>
  )
}
