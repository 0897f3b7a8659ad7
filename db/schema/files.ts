import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { fileTypes } from '#workflows/files/kinds.ts'
import { id, instant, oneOf, ref } from './columns.ts'
import { commitments } from './commitments.ts'
import { comments } from './conferences.ts'
import { answers, opinions } from './handling.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

export const fileStatuses = ['pending', 'clean', 'infected', 'failed'] as const

/** A file as received. Its bytes lie in the data folder under `storage`, never under the name it was given. */
export const files = pgTable(
  'files',
  {
    id: id(),
    storage: text('storage').notNull().unique(),
    name: text('name').notNull(),
    type: text('type', { enum: fileTypes as [(typeof fileTypes)[number]] }).notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    /** What the scanner said; `pending` where none has looked yet. */
    status: text('status', { enum: fileStatuses }).notNull().default('pending'),
    statusNote: text('status_note'),
    scanAttempts: integer('scan_attempts').notNull().default(0),
    scanAfter: instant('scan_after'),
    scannedAt: instant('scanned_at'),
    /** Sent with a form of this issue; none while an issue is only being filed. */
    forIssue: ref('for_issue').references(() => issues.id, { onDelete: 'restrict' }),
    uploadedBy: ref('uploaded_by').references(() => people.id, { onDelete: 'set null' }),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (table) => [
    oneOf('files_status', 'status', fileStatuses),
    index('files_to_scan').on(table.scanAfter, table.id).where(sql`status = 'pending'`),
    index('files_of_uploader').on(table.uploadedBy, table.uploadedAt),
  ],
)

export const attachmentKinds = ['filing', 'supply', 'opinion', 'answer', 'evidence'] as const

/** What a file belongs to, and by which event: only what hangs on a draft has none yet, and may still be taken off. */
export const attachments = pgTable(
  'attachments',
  {
    id: id(),
    fileId: ref('file_id').notNull().references(() => files.id, { onDelete: 'restrict' }),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: attachmentKinds }).notNull(),
    eventSeq: integer('event_seq'),
    commentId: ref('comment_id').references(() => comments.id, { onDelete: 'restrict' }),
    opinionId: ref('opinion_id').references(() => opinions.id, { onDelete: 'restrict' }),
    answerId: ref('answer_id').references(() => answers.id, { onDelete: 'restrict' }),
    commitmentId: ref('commitment_id').references(() => commitments.id, { onDelete: 'restrict' }),
    /** Whose people attached it, for units that take part without leading. */
    unit: text('unit'),
    /** Evidence that the enterprise is meant to see. */
    forFiler: boolean('for_filer').notNull().default(false),
  },
  (table) => [
    oneOf('attachments_kind', 'kind', attachmentKinds),
    index('attachments_of_issue').on(table.issueId),
    index('attachments_of_file').on(table.fileId),
    index('attachments_of_comment').on(table.commentId).where(sql`comment_id is not null`),
    uniqueIndex('attachments_of_answer').on(table.answerId, table.fileId),
  ],
)
