import { sql } from 'drizzle-orm'
import { bigint, boolean, date, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { roles } from '#workflows/resolution/actor.ts'
import { associations, enterprises } from './enterprises.ts'
import { id, instant, oneOf, ref } from './columns.ts'
import { units } from './units.ts'

export const people = pgTable('people', {
  id: id(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  locale: text('locale').notNull().default('vi'),
  demo: boolean('demo').notNull().default(false),
  disabledAt: instant('disabled_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
})

/** Apart from people, so that no query of a person can carry a hash along. */
export const credentials = pgTable('credentials', {
  personId: ref('person_id').primaryKey().references(() => people.id, { onDelete: 'cascade' }),
  passwordHash: text('password_hash').notNull(),
  changedAt: instant('changed_at').notNull().defaultNow(),
})

/** One role of one person, within a unit, an enterprise or an association where the role has one. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    personId: ref('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    role: text('role', { enum: roles }).notNull(),
    unit: text('unit').references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    enterpriseId: ref('enterprise_id').references(() => enterprises.id, { onDelete: 'restrict' }),
    associationId: ref('association_id').references(() => associations.id, { onDelete: 'restrict' }),
    validFrom: date('valid_from', { mode: 'string' }),
    validTo: date('valid_to', { mode: 'string' }),
  },
  (table) => [
    oneOf('memberships_role', 'role', roles),
    index('memberships_by_person').on(table.personId),
    index('memberships_by_unit').on(table.unit, table.role),
    index('memberships_by_enterprise').on(table.enterpriseId).where(sql`enterprise_id is not null`),
  ],
)

/** The id is the SHA-256 of the cookie's token: a stolen table opens no session. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: bigint('user_id', { mode: 'number' }).notNull().references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    membershipId: ref('membership_id').notNull().references(() => memberships.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    address: text('address'),
    userAgent: text('user_agent'),
  },
  (table) => [index('sessions_by_person').on(table.userId), index('sessions_by_expiry').on(table.expiresAt)],
)

/** A bearer token of another system, acting as one person in one role; stored hashed. */
export const apiTokens = pgTable('api_tokens', {
  id: id(),
  hash: text('hash').notNull().unique(),
  personId: ref('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
  membershipId: ref('membership_id').notNull().references(() => memberships.id, { onDelete: 'cascade' }),
  name: text('name').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  expiresAt: instant('expires_at'),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
})

/** Counters of attempts, shared by all processes; a row past its time counts for nothing and is swept. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  expire: instant('expire'),
})
