import { owed } from '#workflows/commitment/promises.ts'
import type { Position } from './facts.ts'
import { replay, type StoredEvent } from './replay.ts'
import type { IssueState } from './states.ts'

/** Who has an issue. `nobody` only between its end and its reopening: that time is passed, and is nobody's work. */
export const parties = ['office', 'lead', 'coordinating', 'approver', 'enterprise', 'upward', 'nobody'] as const
export type Party = (typeof parties)[number]
/** Those whose days make up the time of an issue. */
export const timedParties = parties.filter((party) => party !== 'nobody')
export const isTimedParty = (name: unknown): name is Party => (timedParties as readonly unknown[]).includes(name)

export type Holder = { party: Party; unit: string | null }
/** Who has it, and whether that is before the first answer was issued: the part that the term to answer is about. */
export type Held = Holder & { beforeAnswer: boolean }
/** How an event left it. */
export type Stand = Held & { from: Date }
/** `to` is null while it lasts. Neighbouring stands of one holder are one holding. */
export type Holding = Held & { from: Date; to: Date | null }

const answering: readonly IssueState[] = ['answered', 'committed', 'resolved', 'closed']

/** Who has an issue at a position; `answered`: it had been answered before. */
export const heldAt = (position: Position, answered: boolean): Held => ({
  ...holderOf(position), beforeAnswer: !answered && !answering.includes(position.state),
})

export const isSameHolding = (a: Held, b: Held): boolean => a.party === b.party && a.unit === b.unit && a.beforeAnswer === b.beforeAnswer

/** How each event left the issue; `undefined` where the log does not replay. */
export function standsOf(events: readonly StoredEvent[]): Stand[] | undefined {
  const stands: Stand[] = []
  return replay(events, (event, position) => stands.push(standOf(event, position, stands.at(-1)))).ok ? stands : undefined
}

/** An event recorded with an earlier time than the one before it (a clock set back) takes effect with that one. */
function standOf(event: StoredEvent, position: Position, before: Stand | undefined): Stand {
  const at = new Date(event.at)
  const from = before && before.from > at ? before.from : at
  const held = heldAt(position, before?.beforeAnswer === false)
  return event.move === 'annul' ? { ...held, party: 'nobody', unit: null, from } : { ...held, from }
}

/** Who had an issue when, from receipt on. What an instant gave and took again stays, at no length. */
export function holdingsOf(events: readonly StoredEvent[]): Holding[] | undefined {
  const holdings: Holding[] = []
  const stands = standsOf(events)
  for (const stand of stands ?? []) {
    const last = holdings.at(-1)
    if (last && isSameHolding(last, stand)) continue
    if (last) last.to = stand.from
    holdings.push({ ...stand, to: null })
  }
  return stands && holdings
}

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
