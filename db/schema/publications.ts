import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, oneOf, ref, tsvector } from './columns.ts'
import { conferences } from './conferences.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

/** Handlings made public in one go, with one letter to each enterprise concerned. */
export const publicationBatches = pgTable('publication_batches', {
  id: id(),
  conferenceId: ref('conference_id').references(() => conferences.id, { onDelete: 'restrict' }),
  publishedBy: ref('published_by').references(() => people.id, { onDelete: 'set null' }),
  publishedAt: instant('published_at').notNull(),
})

export const publicationStates = ['draft', 'approved', 'published', 'withdrawn'] as const

/** What the public reads of an issue: a text of its own, redacted by a person and approved by another; never the record. */
export const publications = pgTable(
  'publications',
  {
    id: id(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    number: integer('number').notNull(),
    state: text('state', { enum: publicationStates }).notNull().default('draft'),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    search: tsvector('search').generatedAlwaysAs(sql`public.search_vi(question || ' ' || answer)`),
    draftedBy: ref('drafted_by').references(() => people.id, { onDelete: 'set null' }),
    draftedAt: instant('drafted_at').notNull(),
    approvedBy: ref('approved_by').references(() => people.id, { onDelete: 'set null' }),
    approvedAt: instant('approved_at'),
    batchId: ref('batch_id').references(() => publicationBatches.id, { onDelete: 'restrict' }),
    publishedAt: instant('published_at'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: ref('withdrawn_by').references(() => people.id, { onDelete: 'set null' }),
    withdrawnBecause: text('withdrawn_because'),
  },
  (table) => [
    oneOf('publications_state', 'state', publicationStates),
    uniqueIndex('publications_of_issue').on(table.issueId, table.number),
    uniqueIndex('publications_public').on(table.issueId).where(sql`state = 'published'`),
    uniqueIndex('publications_in_work').on(table.issueId).where(sql`state in ('draft', 'approved')`),
    index('publications_search').using('gin', table.search).where(sql`state = 'published'`),
    index('publications_latest').on(table.publishedAt, table.id).where(sql`state = 'published'`),
    index('publications_of_batch').on(table.batchId).where(sql`batch_id is not null`),
  ],
)
