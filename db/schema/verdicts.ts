import { boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { verdictReasons } from '#workflows/resolution/moves.ts'
import { id, instant, oneOf, ref } from './columns.ts'
import { issues } from './issues.ts'
import { memberships, people } from './people.ts'

/** What the enterprise said, each time it was asked. The first stays beside the second: a reopening must not hide it. */
export const verdicts = pgTable(
  'verdicts',
  {
    id: id(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    number: integer('number').notNull(),
    solved: boolean('solved').notNull(),
    satisfied: boolean('satisfied').notNull(),
    reason: text('reason', { enum: verdictReasons }),
    note: text('note'),
    personId: ref('person_id').references(() => people.id, { onDelete: 'set null' }),
    through: text('through', { enum: ['account', 'link'] }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [oneOf('verdicts_reason', 'reason', verdictReasons), uniqueIndex('verdicts_of_issue').on(table.issueId, table.number)],
)

/** An address sent by mail at which one person may give one verdict without signing in; only its hash is kept. */
export const verdictLinks = pgTable(
  'verdict_links',
  {
    id: id(),
    hash: text('hash').notNull().unique(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'cascade' }),
    personId: ref('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    membershipId: ref('membership_id').notNull().references(() => memberships.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedFor: text('used_for', { enum: ['confirmSolved', 'dispute'] }),
  },
  (table) => [oneOf('verdict_links_used_for', 'used_for', ['confirmSolved', 'dispute']), index('verdict_links_of_issue').on(table.issueId)],
)
