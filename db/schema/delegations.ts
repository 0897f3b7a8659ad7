import { sql } from 'drizzle-orm'
import { date, index, pgTable, text } from 'drizzle-orm/pg-core'
import { id, instant, ref } from './columns.ts'
import { memberships, people } from './people.ts'

/**
 * Who stands in for somebody's role while they are away, first and last local date included. A row is never rewritten:
 * ended early it keeps its dates, so that one can still say who stood in when.
 */
export const delegations = pgTable(
  'delegations',
  {
    id: id(),
    membershipId: ref('membership_id').notNull().references(() => memberships.id, { onDelete: 'cascade' }),
    toPersonId: ref('to_person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    untilOn: date('until_on', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    createdBy: ref('created_by').references(() => people.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('delegations_of_membership').on(table.membershipId).where(sql`ended_at is null`),
    index('delegations_to_person').on(table.toPersonId).where(sql`ended_at is null`),
  ],
)
