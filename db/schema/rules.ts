import { boolean, date, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { id } from './columns.ts'

/** Days that differ from Monday-to-Friday: off days, swapped days, worked Saturdays. */
export const calendarDays = pgTable('calendar_days', {
  date: date('date', { mode: 'string' }).primaryKey(),
  kind: text('kind', { enum: ['holiday', 'swap_off', 'workday'] }).notNull(),
  name: text('name').notNull(),
  source: text('source'),
  verified: boolean('verified').notNull().default(true),
})

/** How long a clock runs, for which class, between which dates, on what ground. */
export const deadlinePolicies = pgTable('deadline_policies', {
  id: id(),
  code: text('code').notNull(),
  clock: text('clock').notNull(),
  class: text('class'),
  amount: integer('amount').notNull(),
  unit: text('unit', { enum: ['day', 'hour'] }).notNull(),
  convention: text('convention', { enum: ['A', 'B', 'C'] }).notNull().default('A'),
  validFrom: date('valid_from', { mode: 'string' }),
  validTo: date('valid_to', { mode: 'string' }),
  legalBasis: text('legal_basis').notNull(),
})
