import { owed } from '#workflows/commitment/promises.ts'
import type { Calendar } from '#workflows/deadlines/calendar.ts'
import { workingTimeBetween } from '#workflows/deadlines/working-time.ts'
import type { Position } from './facts.ts'
import { replay, type StoredEvent } from './replay.ts'
import type { IssueState } from './states.ts'

/** Who has an issue. `nobody` only between its end and its reopening: that time is passed, and is nobody's work. */
export type Party = 'office' | 'lead' | 'coordinating' | 'approver' | 'enterprise' | 'upward' | 'nobody'

type Holder = { party: Party; unit: string | null }
type Interval = Holder & {
  from: Date
  to: Date
  workingMinutes: number
  /** Before the first answer was issued: the part that the term to answer is about. */
  beforeAnswer: boolean
}
export type Elapsed = { intervals: Interval[]; workingMinutes: number; ended: boolean }

const minute = 60_000

/**
 * Splits the time from receipt to the end of an issue, or to `now` while it is open, among those who had it. Neighbouring
 * stretches of one holder are one interval; the intervals touch and never overlap. Minutes are cut from the running
 * total, not from each interval, so that they sum to the minutes between receipt and end to the last one.
 * `undefined` where the log does not replay, and a log that was tampered with is not measured.
 */
export function elapsedByParty(events: readonly StoredEvent[], calendar: Calendar, now: Date): Elapsed | undefined {
  const stands: Stand[] = []
  if (!replay(events, (event, position) => stands.push(standOf(event, position, stands.at(-1)))).ok) return undefined
  const first = stands[0]
  const last = stands.at(-1)
  if (!first || !last) return undefined
  const ended = last.holder.party === 'nobody'
  const end = ended ? last.from : later(last.from, now)
  const minutesUntil = (instant: Date) => Math.floor(workingTimeBetween(first.from, instant, calendar) / minute)
  const intervals = joined(stands, end).map((one) => ({
    ...one, workingMinutes: minutesUntil(one.to) - minutesUntil(one.from),
  }))
  return { intervals, workingMinutes: minutesUntil(end), ended }
}

type Stand = { from: Date; holder: Holder; beforeAnswer: boolean }

const answering: readonly IssueState[] = ['answered', 'committed', 'resolved', 'closed']

/** An event recorded with an earlier time than the one before it (a clock set back) takes effect with that one. */
function standOf(event: StoredEvent, position: Position, before: Stand | undefined): Stand {
  const at = new Date(event.at)
  const annulled = event.move === 'annul'
  return {
    from: before ? later(before.from, at) : at,
    holder: annulled ? { party: 'nobody', unit: null } : holderOf(position),
    beforeAnswer: (before?.beforeAnswer ?? true) && !answering.includes(position.state),
  }
}

const later = (a: Date, b: Date) => (a > b ? a : b)

/**
 * Who has the issue now.
 *
 * While opinions are open the time is credited to the unit that was asked first among those still silent: one holder at a
 * time is what makes the sum exact, and a lead that asked three units at once waits for the slowest, whose turn comes
 * last. Waiting for the enterprise or for the approver goes before an opinion that is still open: the work stands still
 * for that reason, whatever a unit writes meanwhile. A text before the leader is the leader's, of no unit. After
 * the answer a promise is with the first unit that still owes one, and the verdict with the enterprise.
 */
function holderOf({ state, facts }: Position): Holder {
  const { leadUnit } = facts
  switch (state) {
    case 'received':
      return { party: 'office', unit: null }
    case 'routed':
      return { party: 'lead', unit: leadUnit }
    case 'inProgress':
      return workedOnBy(facts.openOpinions[0], leadUnit)
    case 'awaitingEnterprise':
    case 'answered':
    case 'resolved':
      return { party: 'enterprise', unit: null }
    case 'awaitingApproval':
      return { party: 'approver', unit: facts.headApprovedBy === null ? leadUnit : null }
    case 'escalatedUpward':
      return { party: 'upward', unit: null }
    case 'committed':
      return workedOnBy(owed(facts.commitments)[0]?.ownerUnit, leadUnit)
    default:
      return { party: 'nobody', unit: null }
  }
}

const workedOnBy = (unit: string | undefined, leadUnit: string | null): Holder =>
  unit === undefined || unit === leadUnit ? { party: 'lead', unit: leadUnit } : { party: 'coordinating', unit }

type Joined = Omit<Interval, 'workingMinutes'>

function joined(stands: readonly Stand[], end: Date): Joined[] {
  const intervals: Joined[] = []
  for (const [index, { from, holder, beforeAnswer }] of stands.entries()) {
    const to = stands[index + 1]?.from ?? end
    const last = intervals.at(-1)
    if (last && last.party === holder.party && last.unit === holder.unit && last.beforeAnswer === beforeAnswer) last.to = to
    else if (to > from) intervals.push({ ...holder, beforeAnswer, from, to })
  }
  return intervals
}

/** What each holder had in all, in the order in which they first had it. */
export function sumsByHolder(intervals: readonly Interval[]): (Holder & { workingMinutes: number; answerMinutes: number })[] {
  const sums = new Map<string, Holder & { workingMinutes: number; answerMinutes: number }>()
  for (const { party, unit, workingMinutes, beforeAnswer } of intervals) {
    const key = `${party} ${unit}`
    const sum = sums.get(key) ?? { party, unit, workingMinutes: 0, answerMinutes: 0 }
    sums.set(key, {
      ...sum,
      workingMinutes: sum.workingMinutes + workingMinutes,
      answerMinutes: sum.answerMinutes + (beforeAnswer ? workingMinutes : 0),
    })
  }
  return [...sums.values()]
}
