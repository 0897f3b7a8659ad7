import { bigint, boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { parties } from '#workflows/resolution/holdings.ts'
import { instant, oneOf, ref } from './columns.ts'
import { issues } from './issues.ts'
import { units } from './units.ts'

/**
 * Who had an issue from when to when, as its events say: written with each move that changes hands, and computed from
 * the events again by `rebuild-holdings`. The last one of an issue has no end yet.
 */
export const issueHoldings = pgTable(
  'issue_holdings',
  {
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    number: integer('number').notNull(),
    party: text('party', { enum: parties }).notNull(),
    unit: text('unit').references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    beforeAnswer: boolean('before_answer').notNull(),
    from: instant('from_at').notNull(),
    to: instant('to_at'),
    /** Working time between the two by today's calendar, in milliseconds. */
    worked: bigint('worked_ms', { mode: 'number' }),
  },
  (table) => [oneOf('issue_holdings_party', 'party', parties), primaryKey({ columns: [table.issueId, table.number] })],
)
