import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, oneOf, ref } from './columns.ts'
import { conferences } from './conferences.ts'
import { associations, enterprises } from './enterprises.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'
import { units } from './units.ts'

export const participantKinds = ['enterprise', 'association', 'unit', 'guest'] as const
export const invitationStates = ['invited', 'confirmed', 'declined'] as const

/** Who is invited to a conference, whom they send, and, once it was held, whether they came. */
export const conferenceParticipants = pgTable(
  'conference_participants',
  {
    id: id(),
    conferenceId: ref('conference_id').notNull().references(() => conferences.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: participantKinds }).notNull(),
    enterpriseId: ref('enterprise_id').references(() => enterprises.id, { onDelete: 'restrict' }),
    associationId: ref('association_id').references(() => associations.id, { onDelete: 'restrict' }),
    unit: text('unit').references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    /** The person who comes for them. */
    delegate: text('delegate'),
    position: text('position'),
    state: text('state', { enum: invitationStates }).notNull().default('invited'),
    attended: boolean('attended'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    oneOf('conference_participants_kind', 'kind', participantKinds),
    oneOf('conference_participants_state', 'state', invitationStates),
    check('conference_participants_who', sql`case kind when 'enterprise' then enterprise_id is not null when 'association' then association_id is not null when 'unit' then unit is not null else delegate is not null end`),
    uniqueIndex('conference_participants_enterprise').on(table.conferenceId, table.enterpriseId).where(sql`enterprise_id is not null`),
    uniqueIndex('conference_participants_association').on(table.conferenceId, table.associationId).where(sql`association_id is not null`),
    index('conference_participants_list').on(table.conferenceId, table.kind, table.id),
  ],
)

export const speakerStates = ['waiting', 'speaking', 'spoken', 'skipped'] as const

/** Who asked for the floor, in the order in which they shall have it. */
export const conferenceSpeakers = pgTable(
  'conference_speakers',
  {
    id: id(),
    conferenceId: ref('conference_id').notNull().references(() => conferences.id, { onDelete: 'cascade' }),
    enterpriseId: ref('enterprise_id').references(() => enterprises.id, { onDelete: 'restrict' }),
    /** As written on the slip: an enterprise, and who speaks for it. */
    name: text('name').notNull(),
    place: integer('place').notNull(),
    state: text('state', { enum: speakerStates }).notNull().default('waiting'),
    askedAt: instant('asked_at').notNull(),
    calledAt: instant('called_at'),
    doneAt: instant('done_at'),
  },
  (table) => [
    oneOf('conference_speakers_state', 'state', speakerStates),
    index('conference_speakers_queue').on(table.conferenceId, table.place),
    uniqueIndex('conference_speakers_one').on(table.conferenceId).where(sql`state = 'speaking'`),
  ],
)

/** An unresolved issue of the series that a later conference leaves out, and why. Without a row it is taken up again. */
export const carryOverExclusions = pgTable(
  'carry_over_exclusions',
  {
    conferenceId: ref('conference_id').notNull().references(() => conferences.id, { onDelete: 'cascade' }),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    reason: text('reason').notNull(),
    personId: ref('person_id').references(() => people.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conferenceId, table.issueId] })],
)
