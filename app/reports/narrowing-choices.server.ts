import { translator, type Language } from '#app/i18n/instance.ts'
import { named as nameOf } from '#app/ui/named.ts'
import { formatDate } from '#app/ui/format.ts'
import type { Db } from '#db/client.ts'
import { conferenceChoices } from '#db/queries/conference-choices.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { named, type Query } from './narrowed.ts'
import { rowLabels } from './row-labels.server.ts'

/** What the form of a report offers to narrow it by, and the names of what narrows it already. */
export async function narrowingChoices(db: Db, query: Query, language: Language) {
  const keyed = named(query)
  const [conferences, directory, label] = await Promise.all([conferenceChoices(db), directoryOf(db), rowLabels(db, keyed, language, translator(language))])
  const options = (rows: Iterable<{ code: string; nameVi: string; nameEn: string }>) =>
    [...rows].map((row) => ({ value: row.code, label: nameOf(row, language) }))
  return {
    conferences: conferences.map(({ id, title, heldOn }) => ({ value: String(id), label: `${formatDate(heldOn)} – ${title}` })),
    groups: options(directory.groups.values()),
    units: options(directory.units.values()),
    narrowed: keyed.map(({ by, key }) => ({ name: by, label: label({ by, key }) })),
  }
}

export type NarrowingChoices = Awaited<ReturnType<typeof narrowingChoices>>
