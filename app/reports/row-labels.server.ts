import type { Language, Translate } from '#app/i18n/instance.ts'
import { namer } from '#app/issues/names.ts'
import { formatDate } from '#app/ui/format.ts'
import type { Db } from '#db/client.ts'
import { conferenceNames } from '#db/queries/conference-choices.ts'
import { directoryOf } from '#db/queries/directory.ts'
import type { Grouping } from '#workflows/reports/groupings.ts'

type Keyed = { by: Grouping; key: string | null }

/** Names for the keys of a report, by code as then: a unit that was merged since keeps the name its code had. */
export async function rowLabels(db: Db, asked: readonly Keyed[], language: Language, t: Translate) {
  const ids = asked.filter(({ by, key }) => by === 'conference' && /^\d+$/.test(key ?? '')).map(({ key }) => Number(key))
  const [directory, conferences] = await Promise.all([directoryOf(db), ids.length ? conferenceNames(db, ids) : []])
  const names = namer(directory, language)
  return ({ by, key }: Keyed): string => {
    if (key === null || key === 'none') return t(`reports:none.${by}`)
    if (by === 'month') return key.split('-').reverse().join('/')
    if (by === 'zone' || by === 'district') return key
    if (by === 'coordinating') return names.unit(key)
    if (by !== 'conference') return names[by](key)
    const conference = conferences.find(({ id }) => String(id) === key)
    return conference ? `${conference.title} (${formatDate(conference.heldOn)})` : key
  }
}
