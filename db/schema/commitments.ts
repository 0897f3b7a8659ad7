import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { commitmentStates, owedStates } from '#workflows/commitment/machine.ts'
import { roles } from '#workflows/resolution/actor.ts'
import { id, instant, oneOf, quoted, ref } from './columns.ts'
import { issues } from './issues.ts'
import { memberships, people } from './people.ts'
import { units } from './units.ts'

const isOwed = sql`state in (${quoted(owedStates)})`

/** What was promised, by whom and by when. `first_due_on` is never written again; every later date is a slip. */
export const commitments = pgTable(
  'commitments',
  {
    id: id(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    number: integer('number').notNull(),
    state: text('state', { enum: commitmentStates }).notNull().default('promised'),
    text: text('text').notNull(),
    ownerUnit: text('owner_unit').notNull().references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    responsible: text('responsible'),
    /** Where the name given is that of one person of the owner unit. */
    responsibleId: ref('responsible_id').references(() => people.id, { onDelete: 'set null' }),
    firstDueOn: date('first_due_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** The minute of the meeting at which it was promised aloud. */
    saidAt: instant('said_at'),
    /** Number of the broken commitment it was made in place of. */
    replaces: integer('replaces'),
    evidence: text('evidence'),
    evidenceUrl: text('evidence_url'),
    doneAt: instant('done_at'),
    brokenAt: instant('broken_at'),
    brokenBecause: text('broken_because'),
    /** The date for which `remindAt`, the next look at it, was worked out; another one is to be planned anew. */
    plannedFor: date('planned_for', { mode: 'string' }),
    remindAt: instant('remind_at'),
  },
  (table) => [
    oneOf('commitments_state', 'state', commitmentStates),
    uniqueIndex('commitments_of_issue').on(table.issueId, table.number),
    index('commitments_owed').on(table.ownerUnit, table.dueOn).where(isOwed),
    index('commitments_owned').on(table.ownerUnit, table.issueId),
    index('commitments_calendar').on(table.dueOn),
    index('commitments_late').on(table.dueOn).where(isOwed),
    index('commitments_to_plan').on(table.id).where(sql`${isOwed} and planned_for is distinct from due_on`),
    index('commitments_to_remind').on(table.remindAt).where(isOwed),
  ],
)

const slipStates = ['asked', 'granted', 'declined', 'lapsed'] as const

/** A later date that was asked for, and what was decided. `lapsed`: overtaken by another request or by the work itself. */
export const commitmentSlips = pgTable(
  'commitment_slips',
  {
    id: id(),
    commitmentId: ref('commitment_id').notNull().references(() => commitments.id, { onDelete: 'restrict' }),
    number: integer('number').notNull(),
    state: text('state', { enum: slipStates }).notNull().default('asked'),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    askedBy: ref('asked_by').references(() => people.id, { onDelete: 'set null' }),
    askedRole: text('asked_role', { enum: roles }).notNull(),
    askedAt: instant('asked_at').notNull(),
    /** Who decided; null where nobody had to. */
    decidedBy: ref('decided_by').references(() => people.id, { onDelete: 'set null' }),
    decidedAt: instant('decided_at'),
    decisionNote: text('decision_note'),
  },
  (table) => [
    oneOf('commitment_slips_state', 'state', slipStates),
    uniqueIndex('slips_of_commitment').on(table.commitmentId, table.number),
    uniqueIndex('slips_to_decide').on(table.commitmentId).where(sql`state = 'asked'`),
  ],
)

/** The secret address of a person's calendar of commitments, in one of their roles; only its hash is kept. */
export const calendarAddresses = pgTable(
  'calendar_addresses',
  {
    id: id(),
    hash: text('hash').notNull().unique(),
    personId: ref('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    membershipId: ref('membership_id').notNull().references(() => memberships.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('calendar_addresses_of_person').on(table.personId)],
)
