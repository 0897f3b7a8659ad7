import { integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, ref } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

/** What a person has typed of an issue not yet filed, page by page: it outlives a reload, a crash and a lost network. */
export const filingDrafts = pgTable(
  'filing_drafts',
  {
    id: id(),
    personId: ref('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    answers: jsonb('answers').$type<Record<string, string>>().notNull(),
    /** The page to continue on. */
    page: text('page').notNull(),
    /** Counts the pages answered: what a page kept by itself arrives too late when it has changed. */
    revision: integer('revision').notNull().default(0),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('filing_drafts_one_a_person').on(table.personId)],
)

/** A filing without an account: whoever has its code and secret follows it, and may take it into their account once. */
export const publicFilings = pgTable('public_filings', {
  issueId: ref('issue_id').primaryKey().references(() => issues.id, { onDelete: 'cascade' }),
  secretHash: text('secret_hash').notNull().unique(),
  createdAt: instant('created_at').notNull(),
  claimedBy: ref('claimed_by').references(() => people.id, { onDelete: 'set null' }),
  claimedAt: instant('claimed_at'),
})
