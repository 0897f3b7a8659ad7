import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import { ConferenceTabs } from '#app/conferences/conference-tabs.tsx'
import { documentReaders } from '#app/documents/documents.ts'
import { Downloads } from '#app/documents/downloads.tsx'
import { minutesForm } from '#app/documents/minutes-form.ts'
import { minutesView } from '#app/documents/minutes-view.server.ts'
import { saveMinutes } from '#app/documents/save-minutes.server.ts'
import { db } from '#app/http/database.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { submit } from '#app/http/submit.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Course } from './course.tsx'
import { Facts } from './facts.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'documents:page.pageTitle', { title: data?.conference.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, ...documentReaders)
  const { searchParams } = new URL(args.request.url)
  return { ...(await minutesView(db(), actor, args.params.id, languageOf(args.request, actor))), saved: searchParams.has('saved') }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  const { id } = await conferenceAsked(db(), args.params.id)
  return submit(await readForm(args.request), actor, minutesForm, async (tx, input) => {
    await saveMinutes(tx, actor, id, input)
    return `/conferences/${id}/minutes?saved`
  })
}

export default function Minutes() {
  const { t } = useTranslation()
  const { conference, attendance, mayWrite } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('documents:page.title')} crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }]} lead={t('documents:page.lead')} />
      <ConferenceTabs conference={conference.id} />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <Facts result={useActionData<typeof action>()} />
        <div className="space-y-6">
          <Card title={t('documents:page.downloads')}>
            <Downloads conference={conference.id} documents={['minutes']} />
          </Card>
          <Card title={t('documents:page.attendance')}>
            {attendance.length === 0 && <p>{t('documents:page.attendanceNone')}</p>}
            <ul className="space-y-1">
              {attendance.map(({ kind, looked, ...counts }) => (
                <li key={kind}>{t(looked ? 'documents:page.came' : 'documents:minutes.invited', { kind: t(`documents:kind.${kind}`), ...counts })}</li>
              ))}
            </ul>
            {mayWrite && <a className="link mt-2 inline-block py-1" href={`/conferences/${conference.id}/participants`}>{t('documents:page.toParticipants')}</a>}
          </Card>
        </div>
      </div>
      <Course />
    </>
  )
}
