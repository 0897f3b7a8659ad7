import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { roles } from '#workflows/resolution/actor.ts'
import { id, instant, oneOf, ref } from './columns.ts'
import { people } from './people.ts'
import { units } from './units.ts'

export const audiences = ['nobody', 'unit', 'role', 'everybody'] as const

/** A page with its filter under a name. What is shared is the address: each reader sees of it what their rights give. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    personId: ref('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Path and normalised query. */
    address: text('address').notNull(),
    sharedWith: text('shared_with', { enum: audiences }).notNull().default('nobody'),
    unit: text('unit').references(() => units.code, { onDelete: 'cascade', onUpdate: 'cascade' }),
    role: text('role', { enum: roles }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    oneOf('saved_views_audience', 'shared_with', audiences),
    uniqueIndex('saved_views_by_name').on(table.personId, sql`lower(${table.name})`),
    index('saved_views_of_unit').on(table.unit).where(sql`shared_with = 'unit'`),
    index('saved_views_of_role').on(table.role).where(sql`shared_with = 'role'`),
    index('saved_views_of_all').on(table.id).where(sql`shared_with = 'everybody'`),
  ],
)
