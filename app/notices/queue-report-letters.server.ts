import { rulesOf } from '#app/issues/rules.server.ts'
import { formatDate } from '#app/ui/format.ts'
import type { Db } from '#db/client.ts'
import { receiversOf, takeLetter } from '#db/queries/report-letters.ts'
import { resolutionReport } from '#db/queries/resolution-report.ts'
import { countWork } from '#db/queries/work.ts'
import { notices } from '#db/schema/index.ts'
import { localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import { endOfDay, letterDay, reportLetters, weekBefore, type ReportLetter } from '#workflows/reports/letters.ts'
import type { By, Role } from '#workflows/resolution/actor.ts'
import { mailOn, wakeMailers } from './queue-notices.server.ts'
import { dailyQueues } from './report-lines.ts'

type Options = { now?: Date; signal?: AbortSignal }
type Receiver = By & { personId: number; role: Role }

/**
 * Queues the reports that are to go by mail now, each as one notice of its receiver, and returns how many. A person's day
 * or week is taken, counted and queued in one transaction: of two workers one does it, and where there is nothing to say
 * it is taken all the same.
 */
export async function queueReportLetters(db: Db, { now = new Date(), signal }: Options = {}): Promise<number> {
  if (!mailOn()) return 0
  const { calendar } = await rulesOf(db)
  let queued = 0
  for (const letter of reportLetters) {
    const on = letterDay(letter, now, calendar)
    const receivers = on ? await receiversOf(db, letter, on, localDate(now, calendar)) : []
    for (const { personId, role, unit } of receivers) {
      if (signal?.aborted) return queued
      const by = { personId, role, unit, enterpriseId: null, associationId: null }
      if (await db.transaction((tx) => queueOne(tx, by, letter, { on: on!, now, calendar }))) queued += 1
    }
  }
  return queued
}

type Moment = { on: string; now: Date; calendar: Calendar }

async function queueOne(tx: Db, by: Receiver, letter: ReportLetter, moment: Moment): Promise<boolean> {
  if (!(await takeLetter(tx, by.personId, letter, moment.on))) return false
  const params = await (letter === 'daily' ? ofToday : ofWeek)(tx, by, moment)
  if (!params) return false
  await tx.insert(notices).values({ personId: by.personId, kind: `report.${letter}`, params, createdAt: moment.now, mailAt: moment.now })
  await wakeMailers(tx)
  return true
}

/** What lies before the person's unit: by the queues of their own page, due today in place of due soon. */
async function ofToday(tx: Db, by: Receiver, { on, now, calendar }: Moment) {
  const counts = Object.fromEntries((await countWork(tx, by, { now, soon: endOfDay(on, calendar) })).map(({ name, count }) => [name, count]))
  const said = dailyQueues.filter((queue) => (counts[queue] ?? 0) > 0)
  return said.length > 0 && { on, day: formatDate(on), ...Object.fromEntries(said.map((queue) => [queue, counts[queue]!])) }
}

/** How the city stands, and what came in the week that is over. */
async function ofWeek(tx: Db, by: Receiver, { on, now }: Moment) {
  const week = weekBefore(on)
  const { total: fresh } = await resolutionReport(tx, by, { groupBy: 'group', ...week, asOf: now })
  const { total: all } = await resolutionReport(tx, by, { groupBy: 'group', asOf: now })
  if (fresh.received + all.open === 0) return undefined
  const { received, answered } = fresh
  return { asOf: now.toISOString(), ...week, day: formatDate(week.from), end: formatDate(week.to), received, answered, open: all.open, openOverdue: all.openOverdue }
}
