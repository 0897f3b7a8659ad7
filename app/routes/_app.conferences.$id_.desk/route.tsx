import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { deskForms, type DeskForm } from '#app/conferences/desk-forms.ts'
import { deskView } from '#app/conferences/desk-view.server.ts'
import { answerInHall, captureComment, promiseInHall } from '#app/conferences/desk.server.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { FormResult } from '#app/ui/house-form.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Capture } from './capture.tsx'
import { Said } from './said.tsx'
import { SpokenAnswer, SpokenPromise } from './spoken.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'desk:title', { title: data?.conference.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator')
  return deskView(db(), actor, args.params.id, new URL(args.request.url).searchParams, languageOf(args.request, actor))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator')
  const form = await readForm(args.request)
  const { conference } = await deskView(db(), actor, args.params.id, new URLSearchParams(), 'vi')
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

export default function Desk() {
  const { t } = useTranslation()
  const { conference, groups, said, asked, units, mayAnswer } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  const [search] = useSearchParams()
  const [done, code] = [search.get('done') ?? '', search.get('code') ?? '']
  return (
    <>
      <PageHeader
        title={t('desk:heading')}
        crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }]}
        lead={t('desk:lead')}
        actions={<LinkButton to={`/conferences/${conference.id}/hall`} variant="secondary">{t('desk:hall.open')}</LinkButton>}
      />
      {done in deskForms && /^[\w-]{1,40}$/.test(code) && (
        <div className="mb-5" role="status"><Notice tone="good" title={t(`desk:done.${done}`, { code })} /></div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={asked ? t(`desk:${asked.form}.title`, { code: asked.code }) : t('desk:capture.title')}>
          {asked?.form === 'answer' && <SpokenAnswer key={asked.code} about={asked} units={units} conference={conference} result={result} />}
          {asked?.form === 'promise' && <SpokenPromise key={asked.code} about={asked} units={units} conference={conference} result={result} />}
          {!asked && <Capture key={code} conference={conference.id} groups={groups} group={search.get('group') ?? ''} mayAnswer={mayAnswer} again={done === 'capture'} result={result} />}
        </Card>
        <Said rows={said} conference={conference.id} mayAnswer={mayAnswer} />
      </div>
    </>
  )
}
