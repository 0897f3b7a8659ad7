import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import type { Db } from '#db/client.ts'
import { figuresByGroup, type Figures } from '#db/queries/conferences.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { agreementOf } from '#db/queries/precedents.ts'
import { triagePage } from '#db/queries/triage.ts'
import { conferenceAsked } from './conference-asked.server.ts'
import { triageRows } from './triage-rows.ts'

type Asked = { id: string | undefined; search: URLSearchParams; language: Language }
const pageSize = 20
const triageViews = ['waiting', 'all'] as const

/** All that the page of a conference shows: figures by group, one page of issues of one group, and how to turn it. */
export async function triageView(db: Db, by: Actor, { id, search, language }: Asked) {
  const conference = await conferenceAsked(db, id)
  const mayRoute = by.role === 'coordinator'
  const view = triageViews.find((one) => one === search.get('view')) ?? (mayRoute ? 'waiting' : 'all')
  const group = search.get('group')?.slice(0, 60) || undefined
  const filter = { conference: conference.id, group, state: view === 'waiting' ? ('received' as const) : undefined }
  const [directory, groups, agreement, page] = await Promise.all([
    directoryOf(db),
    figuresByGroup(db, by, conference),
    agreementOf(db, conference.id),
    triagePage(db, by, filter, { limit: pageSize, cursor: search.get('cursor') ?? undefined }),
  ])
  const total = sum(groups)
  const counted = (figures: Figures) => (view === 'waiting' ? figures.waiting : figures.received)
  const at = (change: Record<string, string | undefined>) => addressOf({ view, group, ...change })
  const allPicked = search.get('pick') === 'all'
  const cursor = search.get('cursor') ?? undefined
  return {
    conference: { id: conference.id, title: conference.title, heldOn: conference.heldOn, venue: conference.venue, chair: conference.chair },
    figures: groups.map(({ nameVi, nameEn, ...figures }) => ({ ...figures, label: (language === 'en' ? nameEn : nameVi) || figures.code })),
    total,
    agreement,
    views: triageViews.map((one) => ({ view: one, to: at({ view: one }), count: one === 'waiting' ? total.waiting : total.received, current: one === view })),
    tabs: [
      { to: at({ group: undefined }), label: null, all: true, count: counted(total), current: group === undefined },
      ...groups.map(({ code, nameVi, nameEn, ...figures }) => {
        const name = code ?? 'none'
        return { to: at({ group: name }), label: (language === 'en' ? nameEn : nameVi) || code, all: false, count: counted(figures), current: group === name }
      }),
    ],
    rows: triageRows(page.items, { by, language, directory, now: new Date() }),
    next: page.next,
    mayImport: mayRoute || by.role === 'secretary',
    mayRoute: mayRoute && page.items.some(({ state }) => state === 'received'),
    allPicked,
    here: `/conferences/${conference.id}${at({ cursor })}`,
    pickAll: at({ cursor, pick: allPicked ? undefined : 'all' }),
  }
}

function sum(groups: Figures[]): Figures {
  const add = (name: keyof Figures) => groups.reduce((all, figures) => all + figures[name], 0)
  return { received: add('received'), waiting: add('waiting'), answered: add('answered'), overdue: add('overdue') }
}

const addressOf = (params: Record<string, string | undefined>) =>
  `?${new URLSearchParams(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined))}`
