import type { IssueState } from '#workflows/resolution/states.ts'
import type { Calendar } from './calendar.ts'
import { instantOf, isWorking, nextWorkingDay } from './calendar.ts'
import { momentOf, received, runOn, workingDaysAfter, type Moment } from './clockwork.ts'
import { workingTimeBetween } from './working-time.ts'

/** What a clock says before and after its date, in the order in which it is said. */
export const stages = ['half', 'dayBefore', 'due', 'late3', 'late10'] as const
export type Stage = (typeof stages)[number]

export const remindedClocks = ['accept', 'answer', 'opinion', 'approval', 'commitment', 'enterprise', 'forward', 'directive'] as const
export type RemindedClock = (typeof remindedClocks)[number]

/** `officer` is whoever handles the issue, else the unit's officers; `approver` whoever's turn it is to approve. */
export type Rung = 'officer' | 'head' | 'approver' | 'office' | 'leader' | 'filer'
type Ladder = Partial<Record<Stage, readonly Rung[]>>

const upTheLadder = {
  half: ['officer'],
  dayBefore: ['officer'],
  due: ['officer', 'head'],
  late3: ['officer', 'head', 'office'],
  late10: ['officer', 'head', 'office', 'leader'],
} as const satisfies Ladder

/** Which stage of which clock goes to whom: those who heard before hear again, and one rung more. */
export const ladders: Record<RemindedClock, Ladder> = {
  accept: upTheLadder,
  answer: upTheLadder,
  opinion: upTheLadder,
  commitment: upTheLadder,
  approval: { half: ['approver'], dayBefore: ['approver'], due: ['approver'], late3: ['approver', 'office'], late10: ['approver', 'office', 'leader'] },
  forward: { half: ['office'], dayBefore: ['office'], due: ['office'], late3: ['office'], late10: ['office', 'leader'] },
  // the head signs the explanation, nobody else of the unit does
  directive: { dayBefore: ['head'], due: ['head'], late3: ['head', 'office'], late10: ['head', 'office', 'leader'] },
  // when its time is over the work goes on without it: there is nobody above an enterprise
  enterprise: { half: ['filer'], dayBefore: ['filer'], due: ['filer'] },
}

/** Where an issue must be for somebody to be reminded: what waits for others, or above the city, is held until it is back. */
const waitsIn: Record<Exclude<RemindedClock, 'directive'>, readonly IssueState[]> = {
  accept: ['routed'],
  answer: ['received', 'routed', 'inProgress', 'awaitingApproval'],
  opinion: ['inProgress', 'awaitingEnterprise', 'awaitingApproval'],
  approval: ['awaitingApproval'],
  commitment: ['answered', 'committed'],
  enterprise: ['awaitingEnterprise'],
  forward: ['received'],
}

/** An explanation is owed by a unit itself, wherever the issue behind it is: there is no state to look at. */
export const mayRemind = (clock: RemindedClock, state: IssueState | null) => clock === 'directive' || (state !== null && waitsIn[clock].includes(state))

export type Running = { clock: RemindedClock; startedAt: Date; dueAt: Date; unit: 'day' | 'hour' }
type StageMoment = { stage: Stage; at: Date }

/**
 * When each stage is said. Of a clock that counts days all of it is said at the opening of a working day, so that a
 * person gets one letter a morning: half at the first opening after half of the working time, the date itself in the
 * morning and not at closing time, when nothing can be done any more. A clock that counts hours is told to the minute,
 * but for what comes after. Stages that would come before the start, or in the wrong order, are left out.
 */
export function reminderMoments({ clock, startedAt, dueAt, unit }: Running, calendar: Calendar): StageMoment[] {
  const [start, due] = [momentOf(calendar, startedAt), momentOf(calendar, dueAt)]
  const total = workingTimeBetween(startedAt, dueAt, calendar)
  const after = (worked: number) => (worked > 0 ? runOn(calendar, received(calendar, start), 0, worked) : undefined)
  const late = (days: number) => opening(calendar, workingDaysAfter(calendar, due.day, days))
  const planned: Record<Stage, Moment | undefined> =
    unit === 'day'
      ? {
          half: atOpening(calendar, after(total / 2)),
          dayBefore: opening(calendar, workingDayBefore(calendar, due.day)),
          due: opening(calendar, isWorking(calendar, due.day) ? due.day : nextWorkingDay(calendar, due.day)),
          late3: late(3),
          late10: late(10),
        }
      : {
          half: heard(calendar, after(total / 2)),
          dayBefore: heard(calendar, after(total - calendar.dayLength)),
          due: heard(calendar, due),
          late3: late(3),
          late10: late(10),
        }
  const moments = stages.flatMap((stage) => {
    const moment = ladders[clock][stage] && planned[stage]
    return moment ? [{ stage, at: instantOf(calendar, moment.day, moment.time) }] : []
  })
  return moments.filter(({ at }, n) => at > startedAt && moments.slice(n + 1).every((later) => at < later.at))
}

export type Sent = { stage: Stage; at: Date }

/**
 * What is to be said now, and when to look again. After a time in which nobody looked only the latest stage is said.
 * A date that moved is reminded of anew: a stage counts as said when it, or a later one, was said since its moment;
 * «half» once for all, because a longer term makes nobody need that news again.
 */
export function reminderNow(moments: readonly StageMoment[], now: Date, sent: readonly Sent[]): { stage?: Stage; next: Date | null } {
  const latest = moments.filter(({ at }) => at <= now).at(-1)
  const next = moments.find(({ at }) => at > now)?.at ?? null
  const said = latest && sent.some(({ stage, at }) => (at >= latest.at ? stages.indexOf(stage) >= stages.indexOf(latest.stage) : stage === 'half' && latest.stage === 'half'))
  return latest && !said ? { stage: latest.stage, next } : { next }
}

/** Reminders are for people at their desks: not at night, not at lunch, not on a day off. */
export function isOfficeTime(now: Date, calendar: Calendar): boolean {
  const { day, time } = momentOf(calendar, now)
  return isWorking(calendar, day) && calendar.opening.some(({ from, to }) => from <= time && time < to)
}

/** The opening of the next working day. */
export function nextMorning(now: Date, calendar: Calendar): Date {
  const { day, time } = opening(calendar, nextWorkingDay(calendar, momentOf(calendar, now).day))
  return instantOf(calendar, day, time)
}

const opening = (calendar: Calendar, day: number): Moment => ({ day, time: calendar.opening[0]?.from ?? 0 })

/** The last moment of a day or of a morning is nobody's to hear: it is said when the office is open again. */
const heard = (calendar: Calendar, moment: Moment | undefined): Moment | undefined => {
  const next = moment && received(calendar, { ...moment, time: moment.time + 1 })
  return next && next.day === moment.day && next.time === moment.time + 1 ? moment : next
}

const atOpening = (calendar: Calendar, moment: Moment | undefined): Moment | undefined => {
  if (!moment || moment.time <= opening(calendar, moment.day).time) return moment
  return opening(calendar, nextWorkingDay(calendar, moment.day))
}

const workingDayBefore = (calendar: Calendar, day: number): number => {
  let before = day - 1
  while (!isWorking(calendar, before) && before > day - 366) before -= 1
  return before
}
