import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, oneOf, ref } from './columns.ts'
import { enterprises } from './enterprises.ts'
import { people } from './people.ts'
import { units } from './units.ts'

/** Conferences that follow one another: what one leaves unresolved, the next takes up again. */
export const conferenceSeries = pgTable('conference_series', {
  id: id(),
  name: text('name').notNull().unique(),
  createdAt: instant('created_at').notNull().defaultNow(),
})

export const conferences = pgTable(
  'conferences',
  {
    id: id(),
    title: text('title').notNull(),
    seriesId: ref('series_id').references(() => conferenceSeries.id, { onDelete: 'restrict' }),
    theme: text('theme'),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    venue: text('venue'),
    chair: text('chair'),
    hostUnit: text('host_unit').references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    scheme: text('scheme').notNull().default('standard'),
    /** The last day on which comments are collected before the meeting. */
    collectUntil: date('collect_until', { mode: 'string' }),
    /** By when units have their answers ready for the meeting; no clock of the law. */
    answersDueOn: date('answers_due_on', { mode: 'string' }),
    /** What the address behind the QR code ends with; none while the public form is closed. */
    publicFormKey: text('public_form_key').unique(),
    /** Whether the hall's screen may name enterprises. */
    namesShown: boolean('names_shown').notNull().default(false),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    minuteTaker: text('minute_taker'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('conferences_of_series').on(table.seriesId, table.heldOn)],
)

const importStates = ['preview', 'committed', 'undone'] as const
const importKinds = ['annex', 'minutes'] as const

/** A file on its way in: the bytes' fingerprint, how its columns were read, and what a person saw before committing. */
export const imports = pgTable(
  'imports',
  {
    id: id(),
    conferenceId: ref('conference_id').notNull().references(() => conferences.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: importKinds }).notNull().default('annex'),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    state: text('state', { enum: importStates }).notNull().default('preview'),
    grids: jsonb('grids').notNull(),
    mapping: jsonb('mapping').notNull(),
    proposal: jsonb('proposal').notNull(),
    createdBy: ref('created_by').references(() => people.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    committedAt: instant('committed_at'),
    undoneAt: instant('undone_at'),
  },
  (table) => [oneOf('imports_state', 'state', importStates), oneOf('imports_kind', 'kind', importKinds), index('imports_by_conference').on(table.conferenceId)],
)

export const channels = ['annex', 'form', 'api', 'hall', 'publicForm', 'minutes'] as const
export type Channel = (typeof channels)[number]

/** Whom an office may call about a comment. Kept apart from its words: it may be corrected, they may not. */
export type Contact = { name?: string; phone?: string; email?: string }

/** What was said or written, as received. The database refuses a change of its text. */
export const comments = pgTable(
  'comments',
  {
    id: id(),
    conferenceId: ref('conference_id').references(() => conferences.id, { onDelete: 'restrict' }),
    enterpriseId: ref('enterprise_id').references(() => enterprises.id, { onDelete: 'restrict' }),
    text: text('text').notNull(),
    channel: text('channel', { enum: channels }).notNull(),
    importId: ref('import_id').references(() => imports.id, { onDelete: 'restrict' }),
    file: text('file'),
    sheet: text('sheet'),
    row: integer('row'),
    rowKey: text('row_key'),
    /** Of prose: which sentences of which paragraph it was read from, «12:1-3». */
    passage: text('passage'),
    proposedUnit: text('proposed_unit'),
    note: text('note'),
    zone: text('zone'),
    district: text('district'),
    contact: jsonb('contact').$type<Contact>(),
    /** When it was said in the hall, by the clock of the desk; it may have reached the register later. */
    saidAt: instant('said_at'),
    receivedAt: instant('received_at').notNull(),
    annulledAt: instant('annulled_at'),
  },
  (table) => [
    oneOf('comments_channel', 'channel', channels),
    uniqueIndex('comments_row_key').on(table.conferenceId, table.rowKey).where(sql`row_key is not null and annulled_at is null`),
    index('comments_by_import').on(table.importId).where(sql`import_id is not null`),
  ],
)
