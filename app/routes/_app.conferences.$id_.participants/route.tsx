import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireActor } from '#app/access/viewer.server.ts'
import { ConferenceTabs } from '#app/conferences/conference-tabs.tsx'
import { participantsView } from '#app/conferences/participants-view.server.ts'
import { db } from '#app/http/database.server.ts'
import { languageOf } from '#app/i18n/language.ts'
import { titled } from '#app/i18n/title.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { formatDate } from '#app/ui/format.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { participantsAction } from './action.server.ts'
import { Counts } from './counts.tsx'
import { Edit } from './edit.tsx'
import { Filters } from './filters.tsx'
import { Invite } from './invite.tsx'
import { Pasted, type PastedResult } from './pasted.tsx'
import { Row } from './row.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => titled(matches, 'before:participants.pageTitle', { title: data?.conference.title ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'coordinator', 'secretary')
  const { searchParams: search } = new URL(args.request.url)
  return participantsView(db(), { id: args.params.id, search, language: languageOf(args.request, actor) })
}

export const action = participantsAction

export default function Participants() {
  const { t } = useTranslation()
  const { conference, onTheDay, counts, filtered, rows, next, edited, choices } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const nobody = counts.every(({ all }) => all === 0)
  // on the day people stand at the door: whom to tick comes before everything else
  const list = (
    <section>
      {!nobody && <Filters onTheDay={onTheDay} />}
      <Card flush>
        {rows.length > 0 ? (
          <ul aria-label={t('before:participants.list')} className="divide-y divide-line">
            {rows.map((row) => <Row key={row.id} row={row} onTheDay={onTheDay} />)}
          </ul>
        ) : (
          <EmptyState title={t(filtered ? 'before:participants.noneFit' : 'before:participants.none')}>
            {t(filtered ? 'before:participants.noneFitLead' : 'before:participants.noneLead')}
          </EmptyState>
        )}
        <Pagination next={next} />
      </Card>
    </section>
  )
  return (
    <>
      <PageHeader
        title={t('before:participants.title')}
        crumbs={[{ label: conference.title, to: `/conferences/${conference.id}` }]}
        lead={t('before:participants.lead', { held: formatDate(conference.heldOn) })}
      />
      <ConferenceTabs conference={conference.id} />
      <div className="space-y-6">
        <Pasted result={result as PastedResult | undefined} />
        {edited && <Edit key={edited.id} row={edited} result={result} />}
        {onTheDay && list}
        {!nobody && <Counts counts={counts} />}
        <Invite conference={conference.id} choices={choices} result={result} open={nobody} />
        {!onTheDay && list}
      </div>
    </>
  )
}
