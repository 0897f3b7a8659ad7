import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, oneOf, ref } from './columns.ts'
import { deadlines } from './handling.ts'
import { adminEvents } from './notices.ts'
import { people } from './people.ts'

export const changeReasons = ['calendar', 'policy', 'class', 'pause', 'extension', 'conclusion'] as const

/**
 * Every date of a clock that was replaced, and why. A change of rules names the administrator's change; the rest stands
 * with the event of that number, where its words are.
 */
export const deadlineChanges = pgTable(
  'deadline_changes',
  {
    id: id(),
    deadlineId: ref('deadline_id').notNull().references(() => deadlines.id, { onDelete: 'restrict' }),
    oldDueAt: instant('old_due_at').notNull(),
    newDueAt: instant('new_due_at').notNull(),
    reason: text('reason', { enum: changeReasons }).notNull(),
    adminEventId: ref('admin_event_id').references(() => adminEvents.id, { onDelete: 'restrict' }),
    eventSeq: integer('event_seq').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    oneOf('deadline_changes_reason', 'reason', changeReasons),
    index('changes_of_deadline').on(table.deadlineId),
    index('deadlines_changed_by').on(table.adminEventId).where(sql`admin_event_id is not null`),
  ],
)

/** Days read from a calendar file. None of them counts until a person takes it over, one by one. */
export const calendarProposals = pgTable(
  'calendar_proposals',
  {
    id: id(),
    date: date('date', { mode: 'string' }).notNull(),
    kind: text('kind', { enum: ['holiday', 'swap_off', 'workday'] }).notNull(),
    name: text('name').notNull(),
    file: text('file').notNull(),
    proposedBy: ref('proposed_by').references(() => people.id, { onDelete: 'set null' }),
    proposedAt: instant('proposed_at').notNull(),
    state: text('state', { enum: ['proposed', 'accepted', 'refused'] }).notNull().default('proposed'),
    decidedBy: ref('decided_by').references(() => people.id, { onDelete: 'set null' }),
    decidedAt: instant('decided_at'),
  },
  (table) => [uniqueIndex('calendar_days_proposed').on(table.date, table.name).where(sql`state = 'proposed'`)],
)

/** That somebody checked a year's calendar. A later edit of that year voids it; the row stays. */
export const calendarSignOffs = pgTable(
  'calendar_sign_offs',
  {
    id: id(),
    year: integer('year').notNull(),
    signedBy: ref('signed_by').references(() => people.id, { onDelete: 'set null' }),
    signedByName: text('signed_by_name').notNull(),
    signedAt: instant('signed_at').notNull(),
    voidedAt: instant('voided_at'),
    voidedByName: text('voided_by_name'),
  },
  (table) => [index('sign_offs_of_year').on(table.year, table.id)],
)
