import type { IssueClock, IssuePause } from '#db/queries/issue-clocks.ts'
import type { IssueParts } from '#db/queries/issue-parts.ts'
import type { StoryEvent } from '#db/queries/issue-story.ts'
import { endOfWorkingDay, localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import { policyFor } from '#workflows/deadlines/policies.ts'
import { dueOf } from '#workflows/deadlines/stored-clock.ts'
import { workingTimeBetween } from '#workflows/deadlines/working-time.ts'
import { elapsedByParty, sumsByHolder } from '#workflows/resolution/elapsed.ts'
import type { Party } from '#workflows/resolution/holdings.ts'
import type { Namer } from './names.ts'
import type { Rules } from './rules.server.ts'

type Ground = { clocks: IssueClock[]; pauses: IssuePause[]; events: StoryEvent[]; rules: Rules; name: Namer; now: Date }

/** While a pause lasts the clock is shown as if it lasted to its bound: a waiting issue never looks overdue. */
const spansOf = (pauses: IssuePause[]) =>
  pauses.map(({ from, until, endedAt }) => ({ from, to: endedAt !== null && endedAt < until ? endedAt : until }))

/** The date due with the steps that give it, computed as it was when it was stored, and every date it replaced. */
export function whyThisDate({ clocks, pauses, rules }: Ground, inFull: boolean) {
  const clock = clocks.filter((one) => one.clock === 'answer').at(-1)
  if (!clock) return null
  const { steps } = dueOf(clock, spansOf(pauses), rules.calendar)
  const { amount, amountUnit, convention, extensionDays } = clock
  return {
    steps, amount, amountUnit, convention, extensionDays,
    legalBasis: basisOf(clock, rules),
    dueAt: clock.dueAt.toISOString(),
    changes: clock.changes.map(({ at, from, to, reason, cause, note }) => ({
      at: at.toISOString(), from: from.toISOString(), to: to.toISOString(), reason,
      cause: causeOf(cause), note: inFull ? note : null,
    })),
  }
}

/** What the term rests on: of several versions with its code the one in force when the clock began. */
function basisOf({ policyCode, startedAt }: IssueClock, { policies, calendar }: Rules): string | null {
  const versions = policies.filter((policy) => policy.code === policyCode)
  const { clock, class: deadlineClass } = versions[0] ?? {}
  const then = clock && policyFor(versions, clock, deadlineClass ?? null, localDate(startedAt, calendar))
  return (then ?? versions[0])?.legalBasis ?? null
}

export type Cause = { key: 'dayAdded' | 'dayRemoved'; date: string; kind: string; name: string } | { key: 'policy'; legalBasis: string } | null

function causeOf(cause: IssueClock['changes'][number]['cause']): Cause {
  if (cause?.subject === 'calendarDay') {
    const day = cause.after ?? cause.before
    const key = cause.change === 'remove' ? 'dayRemoved' : 'dayAdded'
    return { key, date: cause.subjectId, kind: String(day?.kind ?? ''), name: String(day?.name ?? '') }
  }
  return cause?.subject === 'policy' ? { key: 'policy', legalBasis: String(cause.after?.legalBasis ?? '') } : null
}

export type ClockRow = {
  key: string; clock: string; unit: string | null; startedAt: string | null; firstDueAt: string; dueAt: string
  /** Working minutes for which it stood still so far. */
  paused: number; stoppedAt: string | null; outcome: 'running' | 'late' | 'met' | 'missed' | 'stopped'
}

/** All clocks side by side, promises among them: a promise is due on a day, which ends with that working day. */
export function clockRows({ clocks, pauses, events, rules: { calendar }, name, now }: Ground, commitments: IssueParts['commitments']): ClockRow[] {
  const rows = clocks.map((clock): ClockRow => ({
    key: `clock-${clock.id}`, clock: clock.clock, unit: clock.unit && name.unit(clock.unit), startedAt: clock.startedAt.toISOString(),
    firstDueAt: clock.firstDueAt.toISOString(), dueAt: clock.dueAt.toISOString(), stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    paused: clock.clock === 'answer' ? pausedMinutes(clock, pauses, calendar, now) : 0,
    outcome: outcomeOf(clock, now),
  }))
  const promisedAt = events.filter(({ move }) => move === 'commit').map(({ at }) => at.toISOString())
  return [...rows, ...commitments.map((one): ClockRow => {
    const dueAt = endOfWorkingDay(one.dueOn, calendar)
    const stoppedAt = one.doneAt === null ? null : new Date(one.doneAt)
    return {
      key: `commitment-${one.number}`, clock: 'commitment', unit: name.unit(one.ownerUnit), startedAt: promisedAt[one.number - 1] ?? null,
      firstDueAt: endOfWorkingDay(one.firstDueOn, calendar).toISOString(), dueAt: dueAt.toISOString(), paused: 0,
      stoppedAt: stoppedAt?.toISOString() ?? null,
      outcome: one.state === 'broken' ? 'missed' : outcomeOf({ dueAt, stoppedAt, met: stoppedAt && stoppedAt <= dueAt }, now),
    }
  })]
}

function outcomeOf({ dueAt, stoppedAt, met }: Pick<IssueClock, 'dueAt' | 'stoppedAt' | 'met'>, now: Date): ClockRow['outcome'] {
  if (stoppedAt === null) return now > dueAt ? 'late' : 'running'
  return met === null ? 'stopped' : met ? 'met' : 'missed'
}

function pausedMinutes({ startedAt, stoppedAt }: IssueClock, pauses: IssuePause[], calendar: Calendar, now: Date): number {
  const end = stoppedAt ?? now
  const spans = spansOf(pauses).map(({ from, to }) => ({ from: from > startedAt ? from : startedAt, to: to < end ? to : end }))
  return Math.round(spans.reduce((sum, { from, to }) => sum + Math.max(0, workingTimeBetween(from, to, calendar)), 0) / 60_000)
}

/** The time the issue took so far, by who had it. */
export function elapsedView({ events, rules: { calendar }, name, now }: Ground) {
  const stored = events.map((event) => ({ ...event, at: event.at.toISOString(), payload: event.payload as Record<string, unknown> }))
  const elapsed = elapsedByParty(stored, calendar, now)
  if (!elapsed) return null
  const named = (unit: string | null) => unit && name.unit(unit)
  return {
    ended: elapsed.ended,
    workingMinutes: elapsed.workingMinutes,
    dayMinutes: calendar.dayLength / 60_000,
    intervals: elapsed.intervals.map((one) => ({ ...one, unit: named(one.unit), from: one.from.toISOString(), to: one.to.toISOString() })),
    sums: sumsByHolder(elapsed.intervals).map((one) => ({ ...one, unit: named(one.unit) })),
  }
}

export type ElapsedView = NonNullable<ReturnType<typeof elapsedView>>

/** Seen from outside, opinions and approvals are the lead unit's own affair. */
const asFilersSee: Partial<Record<Party, Party>> = { coordinating: 'lead', approver: 'lead' }

/** For the filer: who has the issue and for how long it has been under way. */
export function standingFor(elapsed: ElapsedView | null, leadUnit: string | null) {
  const last = elapsed?.intervals.at(-1)
  if (!elapsed || elapsed.ended || !last) return null
  const party = asFilersSee[last.party] ?? last.party
  return { party, unit: party === 'lead' ? leadUnit : null, workingMinutes: elapsed.workingMinutes, dayMinutes: elapsed.dayMinutes }
}
