import { dueBy, policyAt, type Rules } from '#app/issues/rules.server.ts'
import { firstEvent, issueValues, type NewIssue } from '#app/issues/raise-issue.server.ts'
import { sealEvent } from '#app/issues/record-event.server.ts'
import { sha256 } from '#app/http/sha256.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import { columnsAfter, type Due } from '#db/queries/save-move.ts'
import { dueWithPauses, type Pause } from '#workflows/deadlines/working-time.ts'
import { system, type By } from '#workflows/resolution/actor.ts'
import type { Facts, Move } from '#workflows/resolution/facts.ts'
import { heldAt } from '#workflows/resolution/holdings.ts'
import { isFinal } from '#workflows/resolution/states.ts'
import { addHolding, type HoldingRow } from './holding-rows.ts'
import { by, parties, players, type Life, type Player } from './lives.ts'
import type { Random } from './random.ts'
import type { Days } from './working-days.ts'

export type Person = { personId: number; name: string }
export type Cast = {
  units: { lead: string; second: string; asked: string }
  names: Record<string, string>
  people: Record<Player, Person | null>
  enterpriseId: number
}
export type Plan = {
  id: number; code: string; conferenceId: number; group: string; topic: string; text: string
  zone: string | null; district: string | null; day: number; life: Life; cast: Cast
}
export type Rows = Record<'comments' | 'issues' | 'events' | 'deadlines' | 'answers' | 'opinions' | 'commitments' | 'verdicts' | 'pauses' | 'coordinating', Record<string, unknown>[]> & { holdings: HoldingRow[] }

type Ground = { rules: Rules; days: Days; random: Random; now: Date }

/** One issue with its whole history up to `now`, as rows: the moves of a life, made on working days, sealed into a chain. */
export function issueRows(plan: Plan, { rules, days, random, now }: Ground): Rows {
  const rows: Rows = { comments: [], issues: [], events: [], deadlines: [], answers: [], opinions: [], commitments: [], verdicts: [], pauses: [], coordinating: [], holdings: [] }
  let moment = days.at(plan.day, random() * 0.9)
  const receivedAt = moment.at
  const policy = policyAt(rules, 'answer', 'simple', receivedAt)
  const { due, dueOn } = days.dueOnce(policy, receivedAt, () => dueBy(rules, policy, receivedAt))
  const { cast } = plan
  const issue: NewIssue = {
    commentId: plan.id, conferenceId: plan.conferenceId, enterpriseId: cast.enterpriseId, associationId: null, filedBy: null, channel: 'annex',
    text: plan.text, group: plan.group, topic: plan.topic, suggestion: null,
  }
  const first = firstEvent(plan.id, issue, system, receivedAt, { policy, due, dueOn })
  rows.comments.push({ id: plan.id, conferenceId: plan.conferenceId, enterpriseId: cast.enterpriseId, text: plan.text, channel: 'annex', zone: plan.zone, district: plan.district, receivedAt })
  rows.events.push({ ...first.content, hash: first.hash })
  addHolding(rows.holdings, plan.id, { party: 'office', unit: null, beforeAnswer: true }, receivedAt, rules.calendar)
  const clock: Clock = { startedAt: receivedAt, policyCode: policy.code, amount: policy.amount, extensionDays: 0, pauses: [], firstDueAt: due, dueAt: due }
  const row = { ...issueValues(issue, receivedAt, receivedAt, { policy, due, dueOn }), id: plan.id, code: plan.code, state: 'received', version: 1, lastHash: first.hash, ...blank } as unknown as PositionRow & { dueOn: string }
  let facts: Facts | undefined
  let last = receivedAt
  const bounds = new Map<string, string>()
  const since = new Map<string, Date>()
  for (const { player, days: within, step: played } of plan.life.lines) {
    moment = days.after(moment, 1 + Math.floor(random() * within), random())
    if (moment.at > now) break
    const at = moment.at.toISOString()
    const move = named({ ...played.move, at, reopenUntil: days.later(moment, 15).toISOString() }, cast)
    bounds.set(played.move.reopenUntil, move.reopenUntil)
    const after = named(played.to.facts, cast)
    const step = { ...played, move, to: { state: played.to.state, facts: { ...after, reopenUntil: bounds.get(after.reopenUntil ?? '') ?? null } } }
    const changed = dueAfter(move, clock, { rules, days, at: moment.at })
    const columns = columnsAfter(row, step, changed && { ...changed, firstDueOn: row.firstDueOn })
    const who = named(by[player], cast)
    const event = sealEvent(row, step, columns, { ...who, name: cast.people[player]?.name ?? null, unitName: cast.names[who.unit ?? ''] ?? null } as By)
    rows.events.push({ ...event.content, hash: event.hash })
    addParts(rows, plan, move, { at: moment.at, until: days.later(moment, 5) })
    for (const unit of step.to.facts.coordinatingUnits) if (!facts?.coordinatingUnits.includes(unit)) since.set(unit, moment.at)
    facts = step.to.facts
    addHolding(rows.holdings, plan.id, heldAt(step.to, row.firstAnsweredAt !== null), moment.at, rules.calendar)
    Object.assign(row, columns, { version: row.version + 1, lastHash: event.hash }, changed && { dueOn: changed.dueOn, ...(move.type === 'route' && { firstDueOn: changed.dueOn }) })
    last = moment.at
  }
  rows.issues.push({ ...row, ...issueColumns(facts, row, last), receivedAt, updatedAt: last, zone: plan.zone, district: plan.district })
  rows.coordinating.push(...(facts?.coordinatingUnits ?? []).map((unit) => ({ issueId: plan.id, unit, since: since.get(unit) })))
  addClocks(rows, plan.id, row, clock)
  return rows
}

type Clock = { startedAt: Date; policyCode: string; amount: number; extensionDays: number; pauses: Pause[]; firstDueAt: Date; dueAt: Date }

const blank = { acceptedAt: null, handlerId: null, firstAnsweredAt: null, answeredAt: null, resolvedAt: null, confirmedAt: null, deadlineClass: 'simple' }

const issueColumns = (facts: Facts | undefined, row: PositionRow, last: Date) => ({
  track: 'petition', needsLeader: false, handBacks: facts?.handBacks ?? 0, handedBackBy: facts?.handedBackBy ?? [], competenceDecided: facts?.competenceDecided ?? false,
  lastEditorId: facts?.lastEditorId ?? null, pending: facts?.pending ?? null, headApprovedBy: facts?.headApprovedBy ?? null, extension: facts?.extension ?? 'none',
  answeredOnTheSpot: false, reopenings: facts?.reopenings ?? 0, reopenUntil: facts?.reopenUntil ? new Date(facts.reopenUntil) : null,
  satisfied: facts?.confirmed ? true : facts && facts.reopenings > 0 ? false : null, endedAt: isFinal(row.state) ? last : null,
})

/** The answer clock as it stands after a move; nothing where the move leaves it. */
function dueAfter(move: Move, clock: Clock, { rules, days, at }: Pick<Ground, 'rules' | 'days'> & { at: Date }): Omit<Due, 'firstDueOn'> | undefined {
  if (move.type === 'route') {
    const policy = policyAt(rules, 'answer', move.deadlineClass, clock.startedAt)
    const { due, dueOn } = days.dueOnce(policy, clock.startedAt, () => dueBy(rules, policy, clock.startedAt))
    Object.assign(clock, { policyCode: policy.code, amount: policy.amount, firstDueAt: due, dueAt: due })
    return { dueAt: due, dueOn }
  }
  if (move.type === 'askEnterprise') clock.pauses.push({ from: at, to: days.later(days.of(at), 5) })
  else if (move.type === 'supply') clock.pauses.at(-1)!.to = at
  else if (move.type === 'grantExtension') clock.extensionDays += move.workingDays
  else if (move.type === 'dispute') Object.assign(clock, { startedAt: at, pauses: [], extensionDays: 0 })
  else return undefined
  const { startedAt: start, amount, pauses, extensionDays } = clock
  const { due, dueOn } = dueWithPauses({ start, amount, unit: 'day', convention: 'A', calendar: rules.calendar, pauses, extensionDays })
  clock.dueAt = due
  return { dueAt: due, dueOn }
}

function addParts(rows: Rows, { id, cast }: Plan, move: Move, { at, until }: { at: Date; until: Date }) {
  const issueId = id
  const answer = rows.answers.at(-1)
  switch (move.type) {
    case 'submitAnswer':
    case 'refuse':
      rows.answers.push({ issueId, number: rows.answers.length + 1, kind: move.type === 'refuse' ? 'refusal' : 'answer', text: move.text, sha256: sha256(move.text), draftedBy: move.by.personId, draftedAt: at, submittedAt: at })
      return
    case 'returnForRedraft':
      Object.assign(answer!, { returnedAt: at, returnedBy: move.by.personId, returnNote: move.note })
      return
    case 'approve':
      Object.assign(answer!, { approvedBy: move.by.personId, letterNumber: move.letterNumber, letterDate: move.letterDate, issuedAt: at })
      return
    case 'requestOpinion':
      rows.opinions.push({ issueId, unit: cast.units.asked, state: 'requested', question: move.question, askedAt: at, dueAt: until })
      return
    case 'giveOpinion':
      Object.assign(rows.opinions.at(-1)!, { state: 'given', text: move.text, givenBy: move.by.personId, givenAt: at })
      return
    case 'noOpinion':
      Object.assign(rows.opinions.at(-1)!, { state: 'noOpinion' })
      return
    case 'commit':
      rows.commitments.push({ issueId, number: 1, state: 'promised', text: move.text, ownerUnit: move.ownerUnit, firstDueOn: move.dueOn, dueOn: move.dueOn })
      return
    case 'fulfil':
      for (const one of rows.commitments) Object.assign(one, { state: 'done', doneAt: at, evidence: move.evidence })
      return
    case 'askEnterprise':
      rows.pauses.push({ issueId, reason: 'awaitingEnterprise', question: move.question, startedAt: at, until })
      return
    case 'supply':
      Object.assign(rows.pauses.at(-1)!, { endedAt: at })
      return
    case 'confirmSolved':
    case 'dispute':
      rows.verdicts.push({ issueId, number: rows.verdicts.length + 1, solved: move.type === 'confirmSolved', satisfied: move.type === 'confirmSolved', reason: move.type === 'dispute' ? move.reason : null, personId: null, through: 'account', at })
      if (move.type === 'confirmSolved') for (const one of rows.commitments) one.state = 'confirmed'
      return
  }
}

function addClocks(rows: Rows, issueId: number, row: PositionRow, clock: Clock) {
  const stoppedAt = row.answeredAt ?? (isFinal(row.state) ? new Date(rows.events.at(-1)!.at as string) : null)
  rows.deadlines.push({
    issueId, clock: 'answer', policyCode: clock.policyCode, startedAt: clock.startedAt, amount: clock.amount, amountUnit: 'day', convention: 'A',
    extensionDays: clock.extensionDays, firstDueAt: clock.firstDueAt, dueAt: clock.dueAt, stoppedAt, met: stoppedAt && stoppedAt <= clock.dueAt,
  })
}

const byPlaceholder = new Map(players.flatMap((player) => (by[player].personId === null ? [] : [[by[player].personId, player] as const])))

/** The same value with an issue's own units and people in the place of the stand-ins. */
function named<T>(value: T, cast: Cast): T {
  if (typeof value === 'string') {
    const unit = value === parties.lead ? cast.units.lead : value === parties.second ? cast.units.second : value === parties.asked ? cast.units.asked : undefined
    return (unit ?? value) as T
  }
  if (typeof value === 'number') {
    if (value === -7) return cast.enterpriseId as T
    const player = value < 0 ? byPlaceholder.get(value) : undefined
    return (player ? (cast.people[player]?.personId ?? null) : value) as T
  }
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one) => named(one as unknown, cast)) as T
  const copy: Record<string, unknown> = {}
  for (const key in value) copy[key] = named(value[key] as unknown, cast)
  return copy as T
}
