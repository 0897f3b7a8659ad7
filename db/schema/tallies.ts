import { sql } from 'drizzle-orm'
import { bigint, date, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { id, instant, ref } from './columns.ts'

/**
 * What each write changed in the counts, one row taken out (`n` −1) and one put in (+1), written by triggers in the same
 * transaction: writers never wait for one another as they would on a counter. A row with a coordinating unit counts for
 * that dimension alone. `fold_tallies` sums them up; until then whoever counts adds them.
 */
export const tallyChanges = pgTable('tally_changes', {
  id: id(),
  n: smallint('n').notNull(),
  coordinating: text('coordinating'),
  conferenceId: ref('conference_id'),
  group: text('group_code'),
  topic: text('topic_code'),
  leadUnit: text('lead_unit'),
  month: date('month', { mode: 'string' }).notNull(),
  zone: text('zone'),
  district: text('district'),
  /** The month of its last move: since then it has been as it is. */
  settled: date('settled', { mode: 'string' }).notNull(),
  state: text('state').notNull(),
  /** Of open issues. */
  dueAt: instant('due_at'),
  /** Bits, see `tallyMarks` in db/queries/tallied.ts. */
  marks: integer('marks').notNull(),
})

/** How many issues of each kind there are: by one dimension, and within each of its keys by one more. `''`: without one. */
export const tallies = pgTable(
  'tallies',
  {
    dimension: text('dimension').notNull(),
    within: text('within').notNull(),
    key: text('key').notNull(),
    withinKey: text('within_key').notNull(),
    state: text('state').notNull(),
    marks: integer('marks').notNull(),
    n: bigint('n', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.dimension, table.within, table.key, table.withinKey, table.state, table.marks] })],
)

/** One row: up to when an issue whose day passed is counted as overdue in `tallies`; what passed since is added by whoever counts. */
export const tallyState = pgTable('tally_state', { foldedAt: instant('folded_at').notNull().default(sql`'epoch'`) })
