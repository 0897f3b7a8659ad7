import { pgTable } from 'drizzle-orm/pg-core'
import { instant, ref } from './columns.ts'
import { people } from './people.ts'

/**
 * When somebody looked at the overview of the reports, and when the time before that. What changed in between is counted
 * from the events, so that nothing has to be remembered here that might be corrected later.
 */
export const reportLooks = pgTable('report_looks', {
  personId: ref('person_id').primaryKey().references(() => people.id, { onDelete: 'cascade' }),
  lookedAt: instant('looked_at').notNull(),
  beforeAt: instant('before_at'),
})
