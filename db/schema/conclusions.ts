import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, oneOf, ref } from './columns.ts'
import { commitments } from './commitments.ts'
import { conferences } from './conferences.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'
import { units } from './units.ts'

export const conclusionStates = ['draft', 'signedOff'] as const

/**
 * The notice of conclusions (*thông báo kết luận*) of a conference: the parts of an administrative document by
 * Nghị định 30/2020/NĐ-CP, Điều 8. Once signed off it is never written again (a trigger holds it).
 */
export const conclusions = pgTable(
  'conclusions',
  {
    id: id(),
    conferenceId: ref('conference_id').notNull().unique().references(() => conferences.id, { onDelete: 'restrict' }),
    state: text('state', { enum: conclusionStates }).notNull().default('draft'),
    version: integer('version').notNull().default(1),
    /** The body that issues it, and the one above it where it has one. */
    issuer: text('issuer').notNull(),
    issuerAbove: text('issuer_above'),
    /** Number and symbol, «761/TB-UBND»; given when it is issued. */
    number: text('number'),
    place: text('place').notNull(),
    issuedOn: date('issued_on', { mode: 'string' }),
    abstract: text('abstract').notNull(),
    opening: text('opening').notNull(),
    conclusion: text('conclusion').notNull(),
    /** In whose name it is signed, «TL. CHỦ TỊCH», and the office of whoever signs. */
    authority: text('authority'),
    signerPosition: text('signer_position'),
    signerName: text('signer_name'),
    /** *Nơi nhận*, one a line. */
    recipients: text('recipients').notNull(),
    updatedBy: ref('updated_by').references(() => people.id, { onDelete: 'set null' }),
    updatedAt: instant('updated_at').notNull(),
    signedOffBy: ref('signed_off_by').references(() => people.id, { onDelete: 'set null' }),
    signedOffAt: instant('signed_off_at'),
    /** SHA-256 over all that was signed off, tasks included. */
    sha256: text('sha256'),
  },
  () => [oneOf('conclusions_state', 'state', conclusionStates)],
)

/** A numbered task of a notice. One that comes from a promise keeps the promise's date. */
export const conclusionTasks = pgTable(
  'conclusion_tasks',
  {
    id: id(),
    conclusionId: ref('conclusion_id').notNull().references(() => conclusions.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    text: text('text').notNull(),
    leadUnit: text('lead_unit').notNull().references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    coordinatingUnits: text('coordinating_units').array().notNull().default(sql`'{}'`),
    dueOn: date('due_on', { mode: 'string' }),
    product: text('product'),
    commitmentId: ref('commitment_id').references(() => commitments.id, { onDelete: 'restrict' }),
  },
  (table) => [
    index('conclusion_tasks_list').on(table.conclusionId, table.number),
    index('conclusion_tasks_of_unit').on(table.leadUnit, table.dueOn),
    uniqueIndex('conclusion_tasks_promise').on(table.conclusionId, table.commitmentId).where(sql`commitment_id is not null`),
  ],
)

/** The issues a task is to settle. */
export const conclusionTaskIssues = pgTable(
  'conclusion_task_issues',
  {
    taskId: ref('task_id').notNull().references(() => conclusionTasks.id, { onDelete: 'cascade' }),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
  },
  (table) => [primaryKey({ columns: [table.taskId, table.issueId] }), index('tasks_of_issue').on(table.issueId)],
)
