import { setTimeout as sleep } from 'node:timers/promises'
import { rulesOf } from '#app/issues/rules.server.ts'
import type { Db } from '#db/client.ts'
import { queueReminders, type Address, type Line } from '#db/queries/queue-reminders.ts'
import { keepReminders, keptDates, remindable, saveLooks, type Kept, type Remindable } from '#db/queries/reminded-clocks.ts'
import { endOfWorkingDay, localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import { isOfficeTime, ladders, mayRemind, nextMorning, reminderMoments, reminderNow, type Rung, type Stage } from '#workflows/deadlines/reminders.ts'
import { letterTime, mailOn } from './queue-notices.server.ts'

type Options = { now?: () => Date; signal?: AbortSignal; batch?: number }

/**
 * Reminds of every date whose next stage has come, in office hours, and returns how many reminders were said. Each is
 * said once, however many workers run and wherever one dies: what was said, its notices and the next look are one
 * transaction. After every batch it rests twice as long as that took, so that pages keep two thirds of the database.
 */
export async function remind(db: Db, { now = () => new Date(), signal, batch = 250 }: Options = {}): Promise<number> {
  const began = now()
  let said = 0
  for (const kept of keptDates) {
    await inBatches(signal, 1, async (after) => {
      const ids = await db.transaction((tx) => planSome(tx, kept, after, now(), 4 * batch))
      return ids.length === 4 * batch ? ids.at(-1) : undefined
    })
    await inBatches(signal, 2, async () => {
      const round = await db.transaction((tx) => saySome(tx, kept, { at: now(), began, batch }))
      said += round.said
      return round.looked === batch ? 0 : undefined
    })
  }
  return said
}

/** Until a batch names no next one; between two it rests so many times as long as the one before took. */
async function inBatches(signal: AbortSignal | undefined, rest: number, work: (after: number) => Promise<number | undefined>) {
  for (let after: number | undefined = 0; after !== undefined && !signal?.aborted; ) {
    const started = performance.now()
    after = await work(after)
    if (after !== undefined) await sleep(rest * (performance.now() - started))
  }
}

async function planSome(tx: Db, kept: Kept, after: number, at: Date, limit: number): Promise<number[]> {
  const { calendar } = await rulesOf(tx)
  const rows = await remindable(tx, kept, { toPlanAfter: after }, localDate(at, calendar), limit)
  await saveLooks(tx, kept, rows.map((row) => {
    const { stage, next } = lookAt(row, at, calendar)
    return { id: row.id, next: stage ? at : next }
  }))
  return rows.map(({ id }) => id)
}

const columnOf = { deadlines: 'deadlineId', commitments: 'commitmentId', directives: 'directiveId' } as const

type Round = { at: Date; began: Date; batch: number }

async function saySome(tx: Db, kept: Kept, { at, began, batch }: Round): Promise<{ looked: number; said: number }> {
  const { calendar } = await rulesOf(tx)
  if (!isOfficeTime(at, calendar)) return { looked: 0, said: 0 }
  const today = localDate(at, calendar)
  const rows = await remindable(tx, kept, { dueBy: at }, today, batch)
  const looked = rows.map((row) => ({ row, ...lookAt(row, at, calendar) }))
  const due = looked.flatMap(({ row, stage, dueAt }) => (stage ? [{ row, stage, dueAt }] : []))
  const fresh = await keepReminders(tx, due.map(({ row, stage, dueAt }) => ({
    issueId: row.issueId, [columnOf[kept]]: row.id, clock: row.clock, stage, dueAt, sentAt: at,
  })))
  const lines = due.filter(({ row }) => fresh.has(row.id)).flatMap(({ row, stage, dueAt }) => linesOf(row, stage, localDate(dueAt, calendar)))
  await queueReminders(tx, lines, at, mailOn() ? letterTime(began) : null, today)
  await saveLooks(tx, kept, looked.map(({ row, next }) => ({ id: row.id, next })))
  return { looked: rows.length, said: fresh.size }
}

/** What waits elsewhere is looked at again on the next morning: it is not forgotten, and not said meanwhile. */
function lookAt(row: Remindable, at: Date, calendar: Calendar): { dueAt: Date; stage?: Stage; next: Date | null } {
  const dueAt = row.dueAt ?? endOfWorkingDay(row.dueOn ?? localDate(at, calendar), calendar)
  if (!row.counts) return { dueAt, next: null }
  const moments = reminderMoments({ clock: row.clock, startedAt: row.startedAt, dueAt, unit: row.amountUnit }, calendar)
  const found = reminderNow(moments, at, row.sent)
  return found.stage && !mayRemind(row.clock, row.state) ? { dueAt, next: nextMorning(at, calendar) } : { dueAt, ...found }
}

function linesOf(row: Remindable, stage: Stage, dueOn: string): Line[] {
  const due = dueOn.split('-').reverse().join('/')
  const about = { subject: `${row.kept}-${row.id}`, issueId: row.issueId, kind: `remind.${stage}`, params: { code: row.code, clock: row.clock, due } }
  return (ladders[row.clock][stage] ?? []).map((rung) => addressOf(rung, row)).filter((to) => to !== undefined).map((to) => ({ ...about, to }))
}

/** An issue without a lead unit lies with the coordinating office. */
function addressOf(rung: Rung, { handler, unit, leadUnit, atLeader, associationId, enterpriseId }: Remindable): Address | undefined {
  switch (rung) {
    case 'officer':
      return handler !== null ? { person: handler } : unit === null ? { role: 'coordinator' } : { role: 'officer', unit }
    case 'head':
      return unit === null ? undefined : { role: 'head', unit }
    case 'approver':
      return atLeader ? { role: 'leader' } : leadUnit === null ? undefined : { role: 'head', unit: leadUnit }
    case 'office':
      return { role: 'coordinator' }
    case 'leader':
      return { role: 'leader' }
    case 'filer':
      return associationId !== null ? { association: associationId } : enterpriseId !== null ? { enterprise: enterpriseId } : undefined
  }
}
