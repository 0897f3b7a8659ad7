import { date, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, ref } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'
import { units } from './units.ts'

/** A unit reminded of an issue (*đôn đốc*): at most once on a local day, which the index holds whoever asks first. */
export const urges = pgTable(
  'urges',
  {
    id: id(),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    unit: text('unit').notNull().references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    urgedBy: ref('urged_by').references(() => people.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
    on: date('on', { mode: 'string' }).notNull(),
  },
  (table) => [uniqueIndex('urges_once_a_day').on(table.issueId, table.unit, table.on), index('urges_of_unit').on(table.unit, table.issueId)],
)
