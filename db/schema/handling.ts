import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { opinionStates } from '#workflows/opinion/machine.ts'
import { id, instant, oneOf, ref } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'
import { units } from './units.ts'

/** A version of an answer (or of a refusal). Saved as a draft, approved as exactly this text, then issued as a letter. */
export const answers = pgTable(
  'answers',
  {
    id: id(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    number: integer('number').notNull(),
    kind: text('kind', { enum: ['answer', 'refusal'] }).notNull().default('answer'),
    text: text('text').notNull(),
    sha256: text('sha256').notNull(),
    legalGround: text('legal_ground'),
    draftedBy: ref('drafted_by').references(() => people.id, { onDelete: 'set null' }),
    draftedAt: instant('drafted_at').notNull(),
    submittedAt: instant('submitted_at'),
    /** Sent back by the approver, with what was found wanting: whatever was approved of it is void. */
    returnedAt: instant('returned_at'),
    returnedBy: ref('returned_by').references(() => people.id, { onDelete: 'set null' }),
    returnNote: text('return_note'),
    approvedBy: ref('approved_by').references(() => people.id, { onDelete: 'set null' }),
    answeredBy: text('answered_by'),
    letterNumber: text('letter_number'),
    letterDate: date('letter_date', { mode: 'string' }),
    issuedAt: instant('issued_at'),
  },
  (table) => [uniqueIndex('answers_of_issue').on(table.issueId, table.number)],
)

export const opinions = pgTable(
  'opinions',
  {
    id: id(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    unit: text('unit').notNull().references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    state: text('state', { enum: opinionStates }).notNull().default('requested'),
    question: text('question').notNull(),
    askedAt: instant('asked_at').notNull(),
    dueAt: instant('due_at').notNull(),
    text: text('text'),
    givenBy: ref('given_by').references(() => people.id, { onDelete: 'set null' }),
    givenAt: instant('given_at'),
    cancelReason: text('cancel_reason'),
    cancelledAt: instant('cancelled_at'),
  },
  (table) => [
    oneOf('opinions_state', 'state', opinionStates),
    index('opinions_of_issue').on(table.issueId),
    index('opinions_of_unit').on(table.unit, table.issueId),
    index('opinions_owed').on(table.unit, table.dueAt).where(sql`state = 'requested'`),
    index('opinions_awaited').on(table.issueId).where(sql`state = 'requested'`),
    index('opinions_overdue').on(table.dueAt).where(sql`state = 'requested'`),
  ],
)

export const clocks = ['accept', 'answer', 'opinion', 'enterprise', 'verdict', 'approval', 'forward'] as const

/** One row a clock that runs or ran. `dueAt` may move (class, pause, extension); the first date is kept. */
export const deadlines = pgTable(
  'deadlines',
  {
    id: id(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    clock: text('clock', { enum: clocks }).notNull(),
    unit: text('unit'),
    policyCode: text('policy_code').notNull(),
    startedAt: instant('started_at').notNull(),
    amount: integer('amount').notNull(),
    amountUnit: text('amount_unit', { enum: ['day', 'hour'] }).notNull(),
    convention: text('convention', { enum: ['A', 'B', 'C'] }).notNull(),
    extensionDays: integer('extension_days').notNull().default(0),
    firstDueAt: instant('first_due_at').notNull(),
    dueAt: instant('due_at').notNull(),
    stoppedAt: instant('stopped_at'),
    met: boolean('met'),
    /** The date for which `remindAt`, the next look at this clock, was worked out; another one is to be planned anew. */
    plannedFor: instant('planned_for'),
    remindAt: instant('remind_at'),
  },
  (table) => [
    oneOf('deadlines_clock', 'clock', clocks),
    index('deadlines_of_issue').on(table.issueId, table.clock),
    index('deadlines_running').on(table.dueAt).where(sql`stopped_at is null`),
    index('deadlines_to_plan').on(table.id).where(sql`stopped_at is null and planned_for is distinct from due_at`),
    index('deadlines_to_remind').on(table.remindAt).where(sql`stopped_at is null`),
    index('deadlines_to_forward').on(table.issueId).where(sql`clock = 'forward' and stopped_at is null`),
  ],
)

/** When the answer clock stood still, and why. Bounded: `until` is the last instant it may stand. */
export const pauses = pgTable(
  'pauses',
  {
    id: id(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    reason: text('reason', { enum: ['awaitingEnterprise'] }).notNull(),
    question: text('question'),
    startedAt: instant('started_at').notNull(),
    until: instant('until').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('pauses_of_issue').on(table.issueId),
    index('pauses_running').on(table.until).where(sql`ended_at is null`),
  ],
)

/** A letter to the level above the city, its chasing letters and the reply. */
export const upwardLetters = pgTable(
  'upward_letters',
  {
    id: id(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: ['sent', 'chased', 'answered'] }).notNull(),
    authority: text('authority'),
    number: text('number').notNull(),
    date: date('date', { mode: 'string' }).notNull(),
    text: text('text'),
  },
  (table) => [
    index('upward_letters_of_issue').on(table.issueId),
    index('upward_register').on(table.date, table.id).where(sql`kind = 'sent'`),
  ],
)

/** What was suggested and what a person decided, so that agreement can be measured and learned from. */
export const routingDecisions = pgTable(
  'routing_decisions',
  {
    id: id(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'cascade' }),
    suggestedLead: text('suggested_lead'),
    suggestedTopic: text('suggested_topic'),
    decidedLead: text('decided_lead').notNull(),
    decidedTopic: text('decided_topic'),
    decidedBy: ref('decided_by').references(() => people.id, { onDelete: 'set null' }),
    decidedAt: instant('decided_at').notNull(),
    suggestion: jsonb('suggestion'),
  },
  (table) => [index('routing_decisions_of_issue').on(table.issueId), index('routing_decisions_by_time').on(table.decidedAt)],
)
