import { pgTable, text, unique } from 'drizzle-orm/pg-core'
import { remindedClocks, stages } from '#workflows/deadlines/reminders.ts'
import { id, instant, oneOf, ref } from './columns.ts'
import { commitments } from './commitments.ts'
import { directives } from './directives.ts'
import { deadlines } from './handling.ts'
import { issues } from './issues.ts'

/**
 * One row a reminder: written in the transaction that queues its notices, so that the second of two workers, or one that
 * comes back, finds it said. A date that moved may be reminded of again, which is why the date is part of the key.
 */
export const reminders = pgTable(
  'reminders',
  {
    id: id(),
    /** Null where a unit owes an explanation that is of no one issue. */
    issueId: ref('issue_id').references(() => issues.id, { onDelete: 'cascade' }),
    deadlineId: ref('deadline_id').references(() => deadlines.id, { onDelete: 'cascade' }),
    commitmentId: ref('commitment_id').references(() => commitments.id, { onDelete: 'cascade' }),
    directiveId: ref('directive_id').references(() => directives.id, { onDelete: 'cascade' }),
    clock: text('clock', { enum: remindedClocks }).notNull(),
    stage: text('stage', { enum: stages }).notNull(),
    dueAt: instant('due_at').notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [
    oneOf('reminders_clock', 'clock', remindedClocks),
    oneOf('reminders_stage', 'stage', stages),
    unique('reminders_said_once').on(table.deadlineId, table.commitmentId, table.directiveId, table.stage, table.dueAt).nullsNotDistinct(),
  ],
)
