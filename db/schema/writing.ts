import { sql } from 'drizzle-orm'
import { boolean, date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { roles } from '#workflows/resolution/actor.ts'
import { id, instant, oneOf, ref } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'
import { groups, topics } from './units.ts'

/** Who has the form of an answer open: a row a person and issue, renewed while they write and worth nothing a minute later. */
export const presences = pgTable(
  'presences',
  {
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'cascade' }),
    personId: ref('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    unit: text('unit').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issueId, table.personId] }), index('presences_past').on(table.seenAt)],
)

/** What the offices say among themselves about an issue. Append-only; never read by those who filed it. */
export const internalNotes = pgTable(
  'internal_notes',
  {
    id: id(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    text: text('text').notNull(),
    authorId: ref('author_id').notNull().references(() => people.id, { onDelete: 'restrict' }),
    /** As the person and the unit were called then, for good. */
    authorName: text('author_name').notNull(),
    role: text('role', { enum: roles }).notNull(),
    unit: text('unit'),
    unitName: text('unit_name'),
    onBehalfOf: text('on_behalf_of'),
    /** For every unit that has a part in the issue; otherwise for the lead, the author's unit and the offices above. */
    shared: boolean('shared').notNull().default(false),
    at: instant('at').notNull(),
    /** Chained to the note before it on the same issue; null on those older than the chain. */
    previousHash: text('previous_hash'),
    hash: text('hash'),
  },
  (table) => [oneOf('internal_notes_role', 'role', roles), index('internal_notes_of_issue').on(table.issueId, table.id)],
)

/** A document that answers cite, and the days between which it holds. */
export const legalCitations = pgTable(
  'legal_citations',
  {
    id: id(),
    number: text('number').notNull().unique(),
    title: text('title').notNull(),
    validFrom: date('valid_from', { mode: 'string' }),
    validTo: date('valid_to', { mode: 'string' }),
    replacedBy: text('replaced_by'),
    url: text('url'),
    note: text('note'),
    verified: boolean('verified').notNull().default(false),
  },
  (table) => [index('legal_citations_ended').on(table.validTo).where(sql`valid_to is not null`)],
)

/** Words an answer may begin from: for one topic, for one group, or for any. */
export const answerTemplates = pgTable(
  'answer_templates',
  {
    id: id(),
    group: text('group_code').references(() => groups.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    topic: text('topic_code').references(() => topics.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    title: text('title').notNull(),
    text: text('text').notNull(),
    /** Numbers of the documents it rests on. */
    citations: text('citations').array().notNull().default(sql`'{}'`),
    inUse: boolean('in_use').notNull().default(true),
  },
  (table) => [index('answer_templates_in_use').on(table.topic, table.group).where(sql`in_use`)],
)
