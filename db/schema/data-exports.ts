import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { id, instant, ref } from './columns.ts'

/**
 * What left the house as a file: one row a download, written before its first byte goes out. Append-only. Names and role
 * are those of that moment.
 */
export const dataExports = pgTable(
  'exports',
  {
    id: id(),
    at: instant('at').notNull(),
    personId: ref('person_id').notNull(),
    personName: text('person_name').notNull(),
    onBehalfOf: text('on_behalf_of'),
    role: text('role').notNull(),
    unit: text('unit'),
    what: text('what').notNull(),
    format: text('format').notNull(),
    /** The address asked for: which conference or report, narrowed to what. */
    path: text('path').notNull(),
    filter: text('filter').notNull(),
    /** How many issues or lines it told; a paper that is no list has none. */
    rows: integer('rows'),
    /** The network address it went to. */
    address: text('address').notNull(),
  },
  (table) => [index('exports_of_person').on(table.personId, table.id)],
)
