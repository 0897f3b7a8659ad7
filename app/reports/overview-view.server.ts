import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { beginning } from '#app/issues/list-rows.ts'
import { namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { countChanges } from '#db/queries/changed-since.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { resolutionReport } from '#db/queries/resolution-report.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { noCounts } from '#workflows/reports/boxes.ts'
import { changesSince } from '#workflows/reports/changes.ts'
import { mostOverdue } from '#workflows/reports/most-overdue.ts'
import { daysOf, monthFrom, monthsUpTo } from '#workflows/reports/periods.ts'
import type { Asked } from './addresses.ts'
import { needsLeader } from './needs-leader.server.ts'
import { readPeriod } from './read-period.ts'

const monthsShown = 12

type Look = { before: Date | null; now: Date }

/** What leadership reads first: the figures of a period, how they went by month, what changed, and what waits for them. */
export async function overviewView(db: Db, actor: Actor, params: URLSearchParams, language: Language, { before, now }: Look) {
  const [rules, directory] = await Promise.all([rulesOf(db), directoryOf(db)])
  const today = localDate(now, rules.calendar)
  const period = readPeriod(params, today)
  const scope = period.days
  const lastDay = scope.to && scope.to < today ? scope.to : today
  const { since, ...look } = changesSince(before, now)
  const [byUnit, byMonth, changes, waiting] = await Promise.all([
    resolutionReport(db, actor, { groupBy: 'unit', ...scope }, now),
    resolutionReport(db, actor, { groupBy: 'month', from: monthFrom(lastDay, 1 - monthsShown), to: daysOf('month', lastDay).to }, now),
    countChanges(db, actor, { since, until: now }),
    needsLeader(db, actor, rules, now),
  ])
  const names = namer(directory, language)
  const asked: Asked = { by: 'month', scope, asOf: now.toISOString(), past: false }
  return {
    asked, period,
    total: byUnit.total,
    worst: mostOverdue(byUnit.rows).map((row) => ({ ...row, label: names.unit(row.key) })),
    months: sinceTheFirst(monthsUpTo(lastDay, monthsShown).map((month) => ({ ...noCounts(), ...byMonth.rows.find(({ key }) => key === month), key: month }))),
    look: { ...look, since: since.toISOString(), changes },
    waiting: { ...waiting, conclusions: waiting.conclusions.map((task) => ({ ...task, text: beginning(task.text), leadUnit: names.unit(task.leadUnit) })) },
  }
}

function sinceTheFirst<M extends { received: number }>(months: M[]): M[] {
  const first = months.findIndex(({ received }) => received > 0)
  return first < 0 ? [] : months.slice(first)
}

export type OverviewView = Awaited<ReturnType<typeof overviewView>>
