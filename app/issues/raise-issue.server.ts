import type { Actor } from '#app/access/actor.ts'
import { noticesOfRaised, wakeMailers } from '#app/notices/queue-notices.server.ts'
import type { Db } from '#db/client.ts'
import { firstHash, hashOf, type EventContent, type SealedEvent } from '#db/queries/event-chain.ts'
import type { PositionRow } from '#db/queries/issue-position.ts'
import { partPassages } from '#db/queries/passages.ts'
import { drawNumbers, putOnRegister, type CommentRow, type Numbers } from '#db/queries/put-on-register.ts'
import type { Channel } from '#db/schema/index.ts'
import type { DeadlinePolicy } from '#workflows/deadlines/policies.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Move } from '#workflows/resolution/facts.ts'
import { whoOf } from './record-event.server.ts'
import { dueBy, policyAt, type Rules } from './rules.server.ts'

export type Raised = { id: number; code: string; state: 'received'; version: 1; dueOn: string }

export type NewIssue = {
  commentId: number
  conferenceId: number | null
  enterpriseId: number | null
  associationId: number | null
  filedBy: number | null
  channel: Channel
  text: string
  group: string | null
  topic: string | null
  suggestion: unknown
}

/** A part enters the register when it is split off, but was received when its comment was. */
type Split = { from: string }

type NewComment = Omit<CommentRow, 'id' | 'receivedAt'>

/** A comment as received, and the one issue it gives to begin with. Within the caller's transaction. */
export function raiseIssue(db: Db, numbers: Numbers, { comment, issue }: Raising, by: Actor | By, at: Date, rules: Rules): Promise<Raised> {
  const clock = answerClock(at, rules)
  const numbered = { ...issue, commentId: numbers.comment }
  return enter(db, numbers.issue, numbered, by, {
    at, receivedAt: at, clock, comment: { ...comment, id: numbers.comment, receivedAt: at },
  })
}

type Raising = { comment: NewComment; issue: Omit<NewIssue, 'commentId'> }

type Entering = { at: Date; receivedAt: Date; clock: AnswerClock; comment?: CommentRow; split?: Split }

/**
 * Puts an issue on the register: code, first event, answer clock, notices. The clock starts when the register receives,
 * not when the comment was first said, so that an annex entered late is not overdue at birth.
 */
async function enter(db: Db, id: number, issue: NewIssue, by: Actor | By, { at, receivedAt, clock, comment, split }: Entering): Promise<Raised> {
  const event = firstEvent(id, issue, by, at, clock, split)
  const notices = noticesOfRaised(id, issue, by, at)
  const code = await putOnRegister(db, {
    comment,
    issue: { ...issueValues(issue, receivedAt, at, clock), id, lastHash: event.hash, zone: comment?.zone, district: comment?.district },
    clock: clockValues(id, receivedAt, clock),
    holding: { issueId: id, ...firstHolding(at) },
    event,
    notices,
    topic: issue.conferenceId === null ? undefined : `conference:${issue.conferenceId}`,
  })
  if (notices) await wakeMailers(db)
  return { id, code, state: 'received', version: 1, dueOn: clock.dueOn }
}

type AnswerClock = { policy: DeadlinePolicy; due: Date; dueOn: string }

/** Every issue starts as a simple one; the class is given with its routing. */
export function answerClock(receivedAt: Date, rules: Rules): AnswerClock {
  const policy = policyAt(rules, 'answer', 'simple', receivedAt)
  const { due, dueOn } = dueBy(rules, policy, receivedAt)
  return { policy, due, dueOn }
}

export const issueValues = (issue: NewIssue, receivedAt: Date, at: Date, { due, dueOn }: AnswerClock) => ({
  ...issue, lastHash: firstHash, receivedAt, dueAt: due, dueOn, firstDueOn: dueOn, updatedAt: at,
})

export const clockValues = (issueId: number, receivedAt: Date, { policy, due }: AnswerClock) => ({
  issueId, clock: 'answer' as const, policyCode: policy.code, startedAt: receivedAt, amount: policy.amount,
  amountUnit: policy.unit, convention: policy.convention, firstDueAt: due, dueAt: due,
})

/** With the office from the moment it is entered, as its events say: a part that was split off was the other issue's before. */
export const firstHolding = (at: Date) => ({
  number: 1, party: 'office' as const, unit: null, beforeAnswer: true, from: at.toISOString(), to: null, worked: null,
})

export function firstEvent(issueId: number, issue: NewIssue, by: Actor | By, at: Date, { due }: AnswerClock, split?: Split): SealedEvent {
  const content: EventContent = {
    issueId, seq: 1, move: 'receive', from: null, to: 'received', at: at.toISOString(), ...whoOf(by), note: null,
    payload: { channel: issue.channel, commentId: issue.commentId, enterpriseId: issue.enterpriseId, associationId: issue.associationId, splitFrom: split?.from },
    previousHash: firstHash, leadUnit: null, group: issue.group, topic: issue.topic, dueAt: due.toISOString(),
    answeredAt: null, resolvedAt: null, confirmedAt: null,
  }
  return { content, hash: hashOf(content) }
}

/** The second issue of a split: same comment, same clock start, its own code. */
export async function raisePart(db: Db, from: PositionRow, move: Extract<Move, { type: 'split' }>, rules: Rules): Promise<void> {
  const { commentId, conferenceId, enterpriseId, associationId, filedBy, channel, group } = from
  const { issue: id } = await drawNumbers(db)
  await enter(
    db,
    id,
    { commentId, conferenceId, enterpriseId, associationId, filedBy, channel, group, topic: null, suggestion: null, text: move.text },
    move.by,
    {
      at: new Date(move.at), receivedAt: from.receivedAt, clock: answerClock(from.receivedAt, rules),
      split: { from: from.code },
    },
  )
  await partPassages(db, { commentId, from: from.id, part: id, sentences: move.sentences ?? [] })
}
