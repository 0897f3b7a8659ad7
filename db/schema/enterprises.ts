import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, ref } from './columns.ts'

export const enterprises = pgTable(
  'enterprises',
  {
    id: id(),
    name: text('name').notNull(),
    nameFolded: text('name_folded').generatedAlwaysAs(sql`public.fold_vi(name)`),
    taxCode: text('tax_code'),
    zone: text('zone'),
    district: text('district'),
    email: text('email'),
    phone: text('phone'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('enterprises_tax_code').on(table.taxCode).where(sql`tax_code is not null`),
    index('enterprises_by_name').using('gin', sql`name_folded public.gin_trgm_ops`),
  ],
)

export const associations = pgTable('associations', {
  id: id(),
  name: text('name').notNull().unique(),
})

/** Members who agreed that the association files and follows for them. No row, no right. */
export const associationMembers = pgTable(
  'association_members',
  {
    associationId: ref('association_id').notNull().references(() => associations.id, { onDelete: 'cascade' }),
    enterpriseId: ref('enterprise_id').notNull().references(() => enterprises.id, { onDelete: 'cascade' }),
    consentedAt: instant('consented_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.associationId, table.enterpriseId] })],
)
