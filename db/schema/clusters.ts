import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { id, instant, ref } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'

/** Issues that ask the same. Nothing is said of it here: each member keeps its own code, deadline and verdict. */
export const clusters = pgTable('clusters', {
  id: id(),
  createdAt: instant('created_at').notNull(),
  createdBy: ref('created_by').references(() => people.id, { onDelete: 'set null' }),
})

/** Written by the moves `joinCluster` and `leaveCluster` alone; an issue is in one cluster at most. */
export const clusterMembers = pgTable(
  'cluster_members',
  {
    issueId: ref('issue_id').primaryKey().references(() => issues.id, { onDelete: 'cascade' }),
    clusterId: ref('cluster_id').notNull().references(() => clusters.id, { onDelete: 'cascade' }),
  },
  (table) => [index('members_of_cluster').on(table.clusterId, table.issueId)],
)

/** «Not the same», said by a person of a pair, the lower id first: it is not proposed again. */
export const clusterRefusals = pgTable(
  'cluster_refusals',
  {
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'cascade' }),
    otherId: ref('other_id').notNull().references(() => issues.id, { onDelete: 'cascade' }),
    refusedBy: ref('refused_by').references(() => people.id, { onDelete: 'set null' }),
    refusedAt: instant('refused_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issueId, table.otherId] }),
    index('cluster_refusals_of_other').on(table.otherId),
    check('cluster_refusals_in_order', sql`issue_id < other_id`),
  ],
)

/** The stretches of its comment that an issue answers for, once the comment was split; counted in UTF-16 units. */
export const issuePassages = pgTable(
  'issue_passages',
  {
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'cascade' }),
    from: integer('from_char').notNull(),
    to: integer('to_char').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issueId, table.from] }), check('issue_passages_in_order', sql`from_char < to_char`)],
)
