import type { Actor } from '#app/access/actor.ts'
import type { Language } from '#app/i18n/instance.ts'
import { beginning } from '#app/issues/list-rows.ts'
import { namer, type Namer } from '#app/issues/names.ts'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { commitmentsDue, commitmentsOverdue, type ListedCommitment } from '#db/queries/commitments.ts'
import { conferenceChoices } from '#db/queries/conference-choices.ts'
import { directoryOf } from '#db/queries/directory.ts'
import { isOwed } from '#workflows/commitment/machine.ts'
import { dayReason, endOfWorkingDay, localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import { daysLeft } from '#workflows/deadlines/days-left.ts'
import { daysOf, firstNotLate, monthAfter, readCommitmentFilter, readMonth } from './calendar-question.ts'

const mostMonthsAhead = 120
const most = { overdue: 100, month: 500 }
const listsOverdue = [undefined, 'open', 'overdue']

/** A month of commitments by day, what is overdue before it. */
export async function calendarView(db: Db, actor: Actor, params: URLSearchParams, language: Language, now = new Date()) {
  const [{ calendar }, directory, conferences] = await Promise.all([rulesOf(db), directoryOf(db), conferenceChoices(db)])
  const today = localDate(now, calendar)
  const since = firstNotLate(now, calendar)
  const filter = readCommitmentFilter(params)
  const month = readMonth(params.get('month'), today)
  const nothing = { items: [], more: false }
  const [overdue, due] = await Promise.all([
    listsOverdue.includes(filter.state) ? commitmentsOverdue(db, actor, filter, since, most.overdue) : nothing,
    filter.state === 'overdue' ? nothing : commitmentsDue(db, actor, filter, daysOf(month), since, most.month),
  ])
  const later = due.items.length === 0 && filter.state !== 'overdue'
    ? await commitmentsDue(db, actor, filter, { from: `${monthAfter(month, 1)}-01`, to: `${monthAfter(month, mostMonthsAhead)}-01` }, since, 1)
    : nothing
  const name = namer(directory, language)
  const row = (one: ListedCommitment) => rowOf(one, { name, calendar, now })
  return {
    month, today,
    previous: monthAfter(month, -1),
    next: monthAfter(month, 1),
    onlyOverdue: filter.state === 'overdue',
    overdue: { items: overdue.items.map(row), more: overdue.more },
    days: byDay(due.items).map(([date, items]) => ({ date, off: dayReason(calendar, date), items: items.map(row) })),
    more: due.more,
    /** After a month without any: the next one that has some. */
    later: later.items[0]?.dueOn.slice(0, 7) ?? null,
    choices: { conferences, units: [...directory.units.keys()].map((value) => ({ value, label: name.unit(value) })) },
  }
}

export type CalendarView = Awaited<ReturnType<typeof calendarView>>
export type CommitmentRow = CalendarView['overdue']['items'][number]

function rowOf({ ownerUnit, text, ...one }: ListedCommitment, { name, calendar, now }: { name: Namer; calendar: Calendar; now: Date }) {
  const left = isOwed(one.state) ? daysLeft(endOfWorkingDay(one.dueOn, calendar), now, calendar) : null
  return { ...one, text: beginning(text, 300), ownerUnit: name.unit(ownerUnit), left }
}

function byDay(items: ListedCommitment[]): [string, ListedCommitment[]][] {
  const days = new Map<string, ListedCommitment[]>()
  for (const one of items) days.set(one.dueOn, [...(days.get(one.dueOn) ?? []), one])
  return [...days]
}
