import { notFound } from '#app/http/errors.ts'
import type { Language } from '#app/i18n/instance.ts'
import { beginning } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { publishedChoices, publishedIssue, publishedPage, type PublishedFilter } from '#db/queries/published.ts'
import { clean } from '#workflows/text/nfc.ts'

const pageSize = 20

/** What is unknown or cannot be text is left out: a list is better than an error. */
export function readPublishedFilter(search: URLSearchParams): PublishedFilter {
  const text = (name: string, most: number) => {
    const cleaned = clean(search.get(name)?.trim() ?? '')
    return cleaned.ok && cleaned.text !== '' ? cleaned.text.slice(0, most) : undefined
  }
  const conference = text('conference', 15) ?? ''
  return { q: text('q', 200), group: text('group', 60), conference: /^\d{1,15}$/.test(conference) ? Number(conference) : undefined }
}

export async function publishedList(db: Db, search: URLSearchParams, language: Language) {
  const filter = readPublishedFilter(search)
  const [page, choices, directory] = await Promise.all([
    publishedPage(db, filter, { limit: pageSize, cursor: search.get('cursor') ?? undefined }), publishedChoices(db), directoryOf(db),
  ])
  const name = namer(directory, language)
  return {
    items: page.items.map(({ answer: _, question, leadUnit, group, ...row }) => ({
      ...row, question: beginning(question, 400), leadUnit: leadUnit && name.unit(leadUnit), group: group && name.group(group),
    })),
    next: page.next, filtered: Object.values(filter).some((value) => value !== undefined),
    conferences: choices.conferences, groups: choices.groups.map((value) => ({ value, label: name.group(value) })),
  }
}

export async function publishedOne(db: Db, code: string, language: Language) {
  const found = (/^[\w-]{1,40}$/.test(code) && (await publishedIssue(db, code.toUpperCase()))) || notFound('publication')
  const name = namer(await directoryOf(db), language)
  return { ...found, leadUnit: found.leadUnit && name.unit(found.leadUnit), group: found.group && name.group(found.group) }
}
