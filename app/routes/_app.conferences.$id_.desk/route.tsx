import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { ConferenceTabs } from '#app/conferences/conference-tabs.tsx'
import { deskForms } from '#app/conferences/desk-forms.ts'
import { deskView, type DeskNow } from '#app/conferences/desk-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { useLive } from '#app/live/use-live.ts'
import { Card } from '#app/ui/card.tsx'
import type { FormResult } from '#app/ui/house-form.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { putAside } from '#app/ui/put-aside.ts'
import { Capture, captureId, captured, type Follow } from './capture.tsx'
import { Correction } from './correction.tsx'
import { enterByForm } from './enter.server.ts'
import { useKeys } from './keys.ts'
import { ownOf, takePromise, type Own } from './last-said.ts'
import { useOpened, type Opened } from './opened.ts'
import { correct, discard, type About, type Fields, type Kind } from './outbox.ts'
import { Said } from './said.tsx'
import { Speakers } from './speakers.tsx'
import { SpokenAnswer, SpokenPromise } from './spoken.tsx'
import { DeskStatus, type Written } from './status.tsx'
import { unitOptions } from './unit-options.ts'
import { useOutbox } from './use-outbox.ts'
import { WaitingList } from './waiting-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'desk:title', { title: data?.conference.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'secretary', 'coordinator')
  return deskView(db(), actor, args.params.id, new URL(args.request.url).searchParams, languageOf(args.request, actor))
}

export const action = (args: ActionFunctionArgs) => enterByForm(args)

export default function Desk() {
  const { t } = useTranslation()
  const loaded = useLoaderData<typeof loader>()
  const { conference, person, groups, units, mayAnswer, asked } = loaded
  const [search] = useSearchParams()
  const results = useResults()
  const { now, live, ask } = useLive<DeskNow>(loaded, `/conferences/${conference.id}/said`, `/conferences/${conference.id}/live`)
  const outbox = useOutbox(conference.id, person, ask)
  const { opened, open, reopen, close } = useOpened(asked)
  const [written, setWritten] = useState<Written>()
  const [recent, setRecent] = useState<string[]>([])
  const speaking = now.speakers.find(({ state }) => state === 'speaking')

  useEffect(() => void putAside('/desk-worker.js', '/conferences/').catch(() => {}), [])
  const own = useRef<Own>()
  const { mine } = outbox
  const promised = useCallback(() => {
    if (mayAnswer) takePromise({ own: own.current, waiting: mine, said: now.said }, (about) => open('promise', about))
  }, [mayAnswer, mine, now.said, open])
  useKeys(captureId, promised)

  const write = async (kind: Kind, fields: Fields, about?: About) => {
    const key = await outbox.write({ kind, fields, about })
    setWritten({ kind, key })
    return key
  }
  const capture = async (fields: Fields, follow: Follow) => {
    const key = await write('capture', fields)
    own.current = ownOf({ key, fields })
    if (follow !== 'next') open(follow, { capture: key, enterprise: fields.enterprise ?? null, text: fields.text ?? '' })
  }
  const finish = (one: Opened) => async (fields: Fields) => {
    if (one.row) await correct(one.row, { ...one.row.fields, ...fields })
    else await write(one.form, fields, one.about)
    const unit = fields.ownerUnit ?? fields.leadUnit
    if (unit) setRecent((before) => [unit, ...before.filter((other) => other !== unit)].slice(0, 3))
    leave(one)
    outbox.send()
  }
  const leave = ({ id }: Opened) => {
    close(id)
    document.getElementById(`${captureId}-${captured() || speaking ? 'text' : 'enterprise'}`)?.focus()
  }
  const unitsFor = ({ code, capture: key }: About) => {
    const row = now.said.find((one) => one.code === (code ?? outbox.codes.get(key ?? '')))
    return unitOptions(units, { suggested: row?.suggested ?? [], recent }, t)
  }
  const form = (one: Opened) => {
    const props = { opened: one, write: finish(one), leave: () => leave(one) }
    if (one.form === 'capture') return <Correction key={one.id} {...props} conference={conference.id} groups={groups} />
    const Form = one.form === 'answer' ? SpokenAnswer : SpokenPromise
    return <Form key={one.id} {...props} units={unitsFor(one.about)} conference={conference} result={one.row ? undefined : results.spoken} />
  }
  return (
    <>
      <PageHeader title={t('desk:heading')} crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }]} />
      <ConferenceTabs conference={conference.id} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="min-w-0 space-y-6">
          <DeskStatus written={written} outbox={outbox} live={live} done={doneBy(search)} />
          {opened.map(form)}
          <Card title={t('desk:capture.title')}>
            <Capture
              conference={conference.id} person={person.id} groups={groups} mayAnswer={mayAnswer} group={search.get('group') ?? ''}
              speaker={speaking?.enterprise ?? speaking?.name ?? ''} result={results.capture} write={capture}
            />
          </Card>
        </div>
        <div className="min-w-0 space-y-6">
          <WaitingList mine={outbox.stuck} others={outbox.others} outcome={outbox.outcome} correct={reopen} drop={(one) => void discard(one.n).then(outbox.send)} />
          <Speakers rows={now.speakers} conference={conference.id} result={results.speaker} changed={ask} />
          <Said rows={now.said} conference={conference.id} mayAnswer={mayAnswer} open={open} />
        </div>
      </div>
    </>
  )
}

/** What the action found wrong, at the form that was sent. */
function useResults() {
  const result = useActionData<FormResult>()
  const sent = result?.values.form
  return { speaker: sent === 'speaker' ? result : undefined, spoken: sent === 'answer' || sent === 'promise' ? result : undefined, capture: sent === 'capture' ? result : undefined }
}

const doneBy = (search: URLSearchParams) => {
  const [kind, code] = [search.get('done') ?? '', search.get('code') ?? '']
  return kind in deskForms && /^[\w-]{1,40}$/.test(code) ? { kind: kind as Kind, code } : undefined
}
