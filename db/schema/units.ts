import { date, index, jsonb, pgTable, primaryKey, text, boolean, integer } from 'drizzle-orm/pg-core'
import { id } from './columns.ts'

/** A department, board, district or central branch. A unit that ends keeps its row: old events and documents name it. */
export const units = pgTable('units', {
  code: text('code').primaryKey(),
  nameVi: text('name_vi').notNull(),
  nameEn: text('name_en').notNull(),
  kind: text('kind').notNull(),
  parent: text('parent'),
  validFrom: date('valid_from', { mode: 'string' }),
  validTo: date('valid_to', { mode: 'string' }),
  note: text('note'),
  verified: boolean('verified').notNull().default(true),
})

/** Many-to-many: two departments may merge, one district may become several wards. */
export const unitSuccessors = pgTable(
  'unit_successors',
  {
    unit: text('unit').notNull().references(() => units.code, { onDelete: 'cascade', onUpdate: 'cascade' }),
    successor: text('successor').notNull().references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.unit, table.successor] })],
)

export const groups = pgTable('groups', {
  code: text('code').primaryKey(),
  nameVi: text('name_vi').notNull(),
  nameEn: text('name_en').notNull(),
})

/** Which groups a conference sorts its comments into, and in which order. */
export const schemeGroups = pgTable(
  'scheme_groups',
  {
    scheme: text('scheme').notNull(),
    group: text('group_code').notNull().references(() => groups.code, { onDelete: 'restrict' }),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scheme, table.group] })],
)

export const topics = pgTable('topics', {
  code: text('code').primaryKey(),
  group: text('group_code').notNull().references(() => groups.code, { onDelete: 'restrict' }),
  nameVi: text('name_vi').notNull(),
  nameEn: text('name_en').notNull(),
  keywords: jsonb('keywords').$type<string[]>().notNull().default([]),
  note: text('note'),
})

/** Who leads and who coordinates a topic, from a date on. */
export const topicRoutes = pgTable(
  'topic_routes',
  {
    id: id(),
    topic: text('topic').notNull().references(() => topics.code, { onDelete: 'cascade', onUpdate: 'cascade' }),
    validFrom: date('valid_from', { mode: 'string' }),
    leadUnit: text('lead_unit').references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    leadInZone: text('lead_in_zone').references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    coordinatingUnits: jsonb('coordinating_units').$type<string[]>().notNull().default([]),
  },
  (table) => [index('topic_routes_by_topic').on(table.topic, table.validFrom)],
)

/** Industrial parks and clusters, and the district each lies in. */
export const zones = pgTable('zones', {
  id: id(),
  name: text('name').notNull().unique(),
  kind: text('kind').notNull(),
  district: text('district'),
  status: text('status'),
  verified: boolean('verified').notNull().default(true),
})
