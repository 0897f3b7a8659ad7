import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { beginning } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { carriedIssues, carryOverSheet, type CarriedIssue } from '#db/queries/carry-over-sheet.ts'
import { carryingOf, type Carrying } from '#db/queries/carry-over.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { carryGroupings } from '#workflows/reports/carry-over.ts'
import { conferenceAsked } from './conference-asked.server.ts'
import { decides } from './decide-carry-over.server.ts'

type Asked = { id: string | undefined; search: URLSearchParams; language: Language; now?: Date }

export const carryOverReaders = ['coordinator', 'secretary', 'leader', 'auditor'] as const satisfies readonly Actor['role'][]
/** A page to read, or one to print and the workbook: everything. */
const pageSize = 50
const everything = 10_000
const from = (cursor: string | null) => (/^\d{1,6}$/.test(cursor ?? '') ? Number(cursor) : 0)

/** The carry-over sheet of a conference; `sheet` is null where it belongs to no series. */
export async function carryOverView(db: Db, by: Actor, { id, search, language, now = new Date() }: Asked) {
  const conference = await conferenceAsked(db, id)
  const of = await carryingOf(db, conference.id, now)
  const grouping = carryGroupings.find((one) => one === search.get('by')) ?? 'enterprise'
  const whole = search.get('rows') === 'all'
  return {
    conference: { id: conference.id, title: conference.title, heldOn: conference.heldOn },
    grouping, whole, began: of?.began?.toISOString() ?? null, asOf: now.toISOString(),
    mayDecide: of !== undefined && !of.closed && decides(by),
    mayPlan: decides(by),
    sheet: of ? await sheetOf(db, by, of, { grouping, whole, search, language, now }) : null,
  }
}

type Slice = Pick<Asked, 'search' | 'language'> & { grouping: (typeof carryGroupings)[number]; whole: boolean; now: Date }

async function sheetOf(db: Db, by: Actor, of: Carrying, { grouping, whole, search, language, now }: Slice) {
  const limit = whole ? everything : pageSize
  const slice = (cursor: string) => ({ grouping, limit, from: whole ? 0 : from(search.get(cursor)) })
  const [figures, carried, leftOut, directory, { calendar }] = await Promise.all([
    carryOverSheet(db, by, of, slice('rowsFrom')),
    carriedIssues(db, by, of, { column: 'carried', ...slice('cursor') }),
    carriedIssues(db, by, of, { column: 'leftOut', grouping, limit: everything, from: 0 }),
    directoryOf(db), rulesOf(db),
  ])
  const name = namer(directory, language)
  const row = (one: CarriedIssue) => ({ ...one, text: whole ? one.text : beginning(one.text), leadUnit: one.leadUnit && name.unit(one.leadUnit) })
  return {
    figures, carried: { items: carried.items.map(row), next: carried.next }, leftOut: leftOut.items.map(row),
    today: localDate(now, calendar),
  }
}

export type CarryOverView = Awaited<ReturnType<typeof carryOverView>>
export type CarrySheet = NonNullable<CarryOverView['sheet']>
