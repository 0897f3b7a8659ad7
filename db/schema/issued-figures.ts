import { integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { id, instant, ref } from './columns.ts'

/**
 * A report as it was issued (*báo cáo đã chốt*): question, instant, definitions and all its figures, with the SHA-256 over
 * the canonical JSON of `content`. Never written again; a trigger holds it. The other columns repeat what `content` says.
 */
export const issuedFigures = pgTable(
  'issued_figures',
  {
    id: id(),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    asOf: instant('as_of').notNull(),
    issuedAt: instant('issued_at').notNull(),
    personId: ref('person_id').notNull(),
    personName: text('person_name').notNull(),
    content: jsonb('content').notNull(),
    sha256: text('sha256').notNull(),
  },
  (table) => [unique('issued_figures_number').on(table.year, table.number)],
)
