import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, instant, ref } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

/**
 * One row a recipient: the inbox entry and, where mail is on, the letter that still has to leave.
 * Written in the move's transaction; nothing leaves the process before commit.
 */
export const notices = pgTable(
  'notices',
  {
    id: id(),
    personId: ref('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    issueId: ref('issue_id').references(() => issues.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    params: jsonb('params').$type<Record<string, string | number>>().notNull().default({}),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
    mailAt: instant('mail_at'),
    mailAttempts: integer('mail_attempts').notNull().default(0),
    mailError: text('mail_error'),
    mailedAt: instant('mailed_at'),
  },
  (table) => [
    index('notices_inbox').on(table.personId, table.id),
    index('notices_unread').on(table.personId).where(sql`read_at is null`),
    index('notices_to_mail').on(table.mailAt).where(sql`mailed_at is null and mail_at is not null`),
    index('reminders_to_mail').on(table.personId, table.mailAt).where(sql`mailed_at is null and mail_at is not null and kind like 'remind.%'`),
  ],
)

/** The first answer given to a key is the answer: a form sent twice, or fifty times at once, acts once. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    personId: ref('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    result: jsonb('result'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.key] }), index('idempotency_keys_by_time').on(table.createdAt)],
)

/** Who changed what outside the issues: units, people, calendar, policies, topics. Append-only. */
export const adminEvents = pgTable('admin_events', {
  id: id(),
  personId: ref('person_id'),
  personName: text('person_name'),
  subject: text('subject').notNull(),
  subjectId: text('subject_id').notNull(),
  change: text('change').notNull(),
  before: jsonb('before'),
  after: jsonb('after'),
  at: instant('at').notNull(),
})
