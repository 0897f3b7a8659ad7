import type { Actor } from '#app/access/actor.ts'
import { readCommitmentFilter } from '#app/commitments/calendar-question.ts'
import { translator, type Language } from '#app/i18n/instance.ts'
import { readAsOf, readFilter } from '#app/issues/list-filter.ts'
import { beginning } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { listPromises, promiseReport, type PromiseFilter } from '#db/queries/promises.ts'
import { isOwed } from '#workflows/commitment/machine.ts'
import { endOfWorkingDay } from '#workflows/deadlines/calendar.ts'
import { daysLeft } from '#workflows/deadlines/days-left.ts'
import { isPromiseBox } from '#workflows/reports/promises.ts'
import { queryOf } from './narrowed.ts'
import { narrowingChoices } from './narrowing-choices.server.ts'
import { rowLabels } from './row-labels.server.ts'

const filterIn = (params: URLSearchParams): PromiseFilter => ({ unit: readCommitmentFilter(params).unit, conference: readFilter(params).conference })

/** What was promised and what became of it, by the unit that owes it or by conference. */
export async function promiseView(db: Db, actor: Actor, params: URLSearchParams, language: Language, now = new Date()) {
  const { calendar } = await rulesOf(db)
  const by = params.get('by') === 'conference' ? 'conference' as const : 'unit' as const
  const filter = filterIn(params)
  const query = queryOf(filter)
  const [{ rows, total }, { conferences, units, narrowed }] = await Promise.all([
    promiseReport(db, actor, { ...filter, groupBy: by }, { at: now, calendar }), narrowingChoices(db, query, language),
  ])
  const label = await rowLabels(db, rows.map(({ key }) => ({ by, key })), language, translator(language))
  return {
    by, query, choices: { conferences, units, narrowed },
    at: now.toISOString(),
    rows: rows.map((row) => ({ ...row, label: label({ by, key: row.key }), scope: { ...query, [by]: row.key ?? 'none' } as Record<string, string> })),
    total: { ...total, label: translator(language)('reports:heading.total'), scope: query },
  }
}

export type PromiseView = Awaited<ReturnType<typeof promiseView>>

const pageSize = 50

/** The promises behind one number of that report, at the instant at which they were counted. */
export async function promiseList(db: Db, actor: Actor, params: URLSearchParams, language: Language, now = new Date()) {
  const [{ calendar }, directory] = await Promise.all([rulesOf(db), directoryOf(db)])
  const asked = params.get('box')
  const box = isPromiseBox(asked) ? asked : 'made'
  const at = readAsOf(params.get('at') ?? undefined) ?? now
  const filter = filterIn(params)
  const { items, count, next } = await listPromises(db, actor, { ...filter, box }, { at, calendar }, { limit: pageSize, cursor: params.get('cursor') ?? undefined })
  const name = namer(directory, language)
  const { narrowed } = await narrowingChoices(db, queryOf(filter), language)
  return {
    box, count, next, at: at.toISOString(), narrowed,
    items: items.map((one) => ({
      ...one, text: beginning(one.text, 300), ownerUnit: name.unit(one.ownerUnit),
      left: isOwed(one.state) ? daysLeft(endOfWorkingDay(one.dueOn, calendar), at, calendar) : null,
    })),
  }
}
