import type { Actor } from '#app/access/actor.ts'
import { conferenceAsked } from '#app/conferences/conference-asked.server.ts'
import type { Language } from '#app/i18n/instance.ts'
import { beginning } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { approvedTexts, countStages, publicationsOf, stages } from '#db/queries/publications.ts'
import { mayPublish } from './may.ts'

type Asked = { id: string | undefined; search: URLSearchParams; language: Language }
const pageSize = 50
const mostAtOnce = 1_000

/** The publications of a conference by stage, and, where asked for, what would go out now. */
export async function publicationsView(db: Db, by: Actor, { id, search, language }: Asked) {
  const conference = await conferenceAsked(db, id)
  const stage = stages.find((one) => one === search.get('stage'))
  const preview = mayPublish(by) && search.get('publish') === 'preview'
  const [counts, page, directory, going] = await Promise.all([
    countStages(db, by, conference.id),
    publicationsOf(db, by, conference.id, { stage, limit: pageSize, cursor: search.get('cursor') ?? undefined }),
    directoryOf(db),
    preview ? approvedTexts(db, by, conference.id, mostAtOnce) : [],
  ])
  const name = namer(directory, language)
  return {
    conference: { id: conference.id, title: conference.title }, counts, stage, next: page.next, going, mayPublish: mayPublish(by),
    rows: page.items.map(({ id: _, number: __, ...row }) => ({ ...row, text: beginning(row.text), leadUnit: row.leadUnit && name.unit(row.leadUnit) })),
  }
}

export type PublicationsView = Awaited<ReturnType<typeof publicationsView>>
