import type { Actor } from '#app/access/actor.ts'
import { firstNotLate } from '#app/commitments/calendar-question.ts'
import { horizonOf, type Rules } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { conclusionsDue } from '#db/queries/conclusions-due.ts'
import { countOverduePromises } from '#db/queries/overdue-promises.ts'
import { countWork, mostCounted } from '#db/queries/work.ts'
import { localDate } from '#workflows/deadlines/calendar.ts'
import { dateOf, dayNumber, weekday } from '#workflows/deadlines/local-day.ts'
import type { Role } from '#workflows/resolution/actor.ts'

/** The calendar of commitments lists so many overdue ones at once. */
const mostPromises = 100
const mostTasks = 20

/** Notices of conclusions are for those who open the pages of a conference. */
const readsConclusions: readonly Role[] = ['leader', 'coordinator', 'secretary', 'auditor']

/** What lies before a leader beside the figures: approvals, promises whose day is over, tasks of conclusions due by Sunday. */
export async function needsLeader(db: Db, actor: Actor, rules: Rules, now: Date) {
  const today = localDate(now, rules.calendar)
  const monday = dayNumber(today) - weekday(dayNumber(today))
  const week = { from: dateOf(monday), to: dateOf(monday + 6) }
  const [queues, promises, conclusions] = await Promise.all([
    actor.role === 'leader' ? countWork(db, actor, horizonOf(rules, now)) : [],
    countOverduePromises(db, actor, firstNotLate(now, rules.calendar), mostPromises),
    readsConclusions.includes(actor.role) ? conclusionsDue(db, actor, week, mostTasks) : [],
  ])
  const flagged = queues.find(({ name }) => name === 'flagged')?.count
  return { flagged: flagged === undefined ? null : upTo(flagged, mostCounted), promises: upTo(promises, mostPromises), conclusions }
}

/** Counts stop one above what they are counted to. */
const upTo = (n: number, most: number) => (n > most ? `${most}+` : String(n))
