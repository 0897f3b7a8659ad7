import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { deadlines } from '#db/schema/index.ts'
import { dayReason, endOfWorkingDay, isWorkingDay, localDate } from '#workflows/deadlines/calendar.ts'
import { dateOf, dayNumber } from '#workflows/deadlines/local-day.ts'
import { workingTimeBetween } from '#workflows/deadlines/working-time.ts'
import type { Message } from '#app/i18n/message.ts'
import type { Step } from '#workflows/resolution/advance.ts'
import type { Move } from '#workflows/resolution/facts.ts'
import { unitsAsked, unitsReleased } from '#workflows/resolution/opinions.ts'
import { dueBy, policyAt, type Rules } from './rules.server.ts'

type Request = Pick<Extract<Move, { type: 'requestOpinion' }>, 'dueOn'>
/** A unit is asked for a quarter of a year at most: beyond that a date is a slip of the pen. */
const mostDays = 60

/** The term of an opinion: the day the lead chose, as so many working days, or the policy's. */
export function opinionDue({ dueOn }: Request, at: Date, rules: Rules) {
  const policy = policyAt(rules, 'opinion', null, at)
  if (dueOn === undefined) return { ...policy, due: dueBy(rules, policy, at).due }
  const due = endOfWorkingDay(dueOn, rules.calendar)
  return { ...policy, code: 'opinion.dueOn', amount: Math.max(1, daysTo(due, at, rules)), unit: 'day' as const, convention: 'A' as const, due }
}

/** Working days to a closing time, after the one that counts as the day of asking, which after closing time is the next. */
export function daysTo(due: Date, at: Date, { calendar }: Rules) {
  const today = localDate(at, calendar)
  const closing = endOfWorkingDay(today, calendar)
  const begin = at <= closing ? closing : endOfWorkingDay(dayAfter(today), calendar)
  return Math.round(workingTimeBetween(begin, due, calendar) / calendar.dayLength)
}

const dayAfter = (day: string) => dateOf(dayNumber(day) + 1)

/** Why a day cannot be the term of an opinion, in words; nothing where it can. */
export function wrongOpinionDay(dueOn: string, at: Date, rules: Rules): Message | undefined {
  const { calendar } = rules
  if (dueOn < dayAfter(localDate(at, calendar))) return { key: 'opinions:wrongDay.tooEarly' }
  if (!isWorkingDay(calendar, dueOn)) {
    const reason = dayReason(calendar, dueOn)
    return reason === 'weekend' || reason === null ? { key: 'opinions:wrongDay.weekend' } : { key: 'opinions:wrongDay.dayOff', params: { name: reason } }
  }
  if (daysTo(endOfWorkingDay(dueOn, calendar), at, rules) > mostDays) return { key: 'opinions:wrongDay.tooFar', params: { most: mostDays } }
  return undefined
}

/** Every unit asked has a clock of its own. Silence leaves it missed; one that was taken back is neither met nor missed. */
export async function runOpinionClocks(db: Db, issueId: number, step: Step, rules: Rules): Promise<void> {
  const { move } = step
  const at = new Date(move.at)
  if (move.type === 'requestOpinion') return startFor(db, issueId, unitsAsked(move), opinionDue(move, at, rules), at)
  const released = unitsReleased(step)
  if (released.length > 0) await stop(db, issueId, released, { stoppedAt: at })
  const ended = move.type === 'noOpinion' ? move.unit : move.type === 'giveOpinion' ? move.by.unit : null
  const met = sql<boolean>`${deadlines.dueAt} >= ${at.toISOString()}::timestamptz`
  if (ended !== null) await stop(db, issueId, [ended], { stoppedAt: at, met })
}

const stop = (db: Db, issueId: number, units: string[], ended: { stoppedAt: Date; met?: SQL<boolean> }) =>
  db
    .update(deadlines)
    .set(ended)
    .where(and(eq(deadlines.issueId, issueId), eq(deadlines.clock, 'opinion'), isNull(deadlines.stoppedAt), inArray(deadlines.unit, units)))

type Term = ReturnType<typeof opinionDue>

async function startFor(db: Db, issueId: number, units: string[], term: Term, at: Date) {
  const { code: policyCode, amount, unit: amountUnit, convention, due } = term
  const rows = units.map((unit) => ({
    issueId, clock: 'opinion' as const, unit, policyCode, startedAt: at, amount, amountUnit, convention, firstDueAt: due, dueAt: due,
  }))
  await db.insert(deadlines).values(rows)
}
