import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { deadlineClasses, tracks } from '#workflows/resolution/moves.ts'
import { issueStates, openStates } from '#workflows/resolution/states.ts'
import { channels, comments, conferences } from './conferences.ts'
import { id, instant, oneOf, quoted, ref, tsvector } from './columns.ts'
import { associations, enterprises } from './enterprises.ts'
import { people } from './people.ts'
import { groups, topics, units } from './units.ts'

const isOpen = sql`state in (${quoted(openStates)}) and annulled_at is null`

/**
 * The unit of work (*kiến nghị*). State and facts are columns; only `move-issue` and `raise-issue` write them.
 * The columns repeat what the last event says, for lists and guards; a test holds the two together.
 */
export const issues = pgTable(
  'issues',
  {
    id: id(),
    code: text('code').notNull().unique().default(sql`public.next_issue_code()`),
    commentId: ref('comment_id').notNull().references(() => comments.id, { onDelete: 'restrict' }),
    conferenceId: ref('conference_id').references(() => conferences.id, { onDelete: 'restrict' }),
    enterpriseId: ref('enterprise_id').references(() => enterprises.id, { onDelete: 'restrict' }),
    associationId: ref('association_id').references(() => associations.id, { onDelete: 'restrict' }),
    filedBy: ref('filed_by').references(() => people.id, { onDelete: 'set null' }),
    channel: text('channel', { enum: channels }).notNull(),
    text: text('text').notNull(),
    search: tsvector('search').generatedAlwaysAs(sql`public.search_vi(text)`),
    group: text('group_code').references(() => groups.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    topic: text('topic_code').references(() => topics.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    suggestion: jsonb('suggestion'),
    /** Where it is about: of the comment, else of the enterprise. A trigger fills what is left out. */
    zone: text('zone'),
    district: text('district'),
    /** Its comment gave further issues; kept by a trigger, because figures per comment look at those together. */
    sharesComment: boolean('shares_comment').notNull().default(false),

    state: text('state', { enum: issueStates }).notNull().default('received'),
    version: integer('version').notNull().default(1),
    lastHash: text('last_hash').notNull(),

    track: text('track', { enum: ['petition', ...tracks] }).notNull().default('petition'),
    leadUnit: text('lead_unit').references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    handlerId: ref('handler_id').references(() => people.id, { onDelete: 'set null' }),
    deadlineClass: text('deadline_class', { enum: deadlineClasses }).notNull().default('simple'),
    needsLeader: boolean('needs_leader').notNull().default(false),
    handBacks: integer('hand_backs').notNull().default(0),
    handedBackBy: text('handed_back_by').array().notNull().default(sql`'{}'`),
    competenceDecided: boolean('competence_decided').notNull().default(false),
    lastEditorId: ref('last_editor_id').references(() => people.id, { onDelete: 'set null' }),
    pending: text('pending', { enum: ['answer', 'refusal'] }),
    headApprovedBy: ref('head_approved_by').references(() => people.id, { onDelete: 'set null' }),
    extension: text('extension', { enum: ['none', 'asked', 'granted', 'declined'] }).notNull().default('none'),
    answeredOnTheSpot: boolean('answered_on_the_spot').notNull().default(false),
    reopenings: integer('reopenings').notNull().default(0),
    reopenUntil: instant('reopen_until'),
    satisfied: boolean('satisfied'),

    receivedAt: instant('received_at').notNull(),
    acceptedAt: instant('accepted_at'),
    dueAt: instant('due_at'),
    dueOn: date('due_on', { mode: 'string' }),
    firstDueOn: date('first_due_on', { mode: 'string' }),
    firstAnsweredAt: instant('first_answered_at'),
    answeredAt: instant('answered_at'),
    resolvedAt: instant('resolved_at'),
    confirmedAt: instant('confirmed_at'),
    endedAt: instant('ended_at'),
    /** Entered by mistake (an import undone): off every list and count from then on, its events kept. */
    annulledAt: instant('annulled_at'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    oneOf('issues_state', 'state', issueStates),
    oneOf('issues_track', 'track', ['petition', ...tracks]),
    oneOf('issues_deadline_class', 'deadline_class', deadlineClasses),
    // state and track too: a unit's queues are counted without touching the rows themselves
    index('issues_unit_queue').on(table.leadUnit, table.dueAt, table.id, table.state, table.track).where(isOpen),
    index('issues_city_queue').on(table.dueAt, table.id).where(isOpen),
    index('issues_state_queue').on(table.state, table.dueAt, table.id).where(isOpen),
    index('issues_extension_asked').on(table.dueAt, table.id).where(sql`extension = 'asked' and state = 'inProgress'`),
    index('issues_of_conference').on(table.conferenceId, table.id),
    // all the carry-over sheet reads of an issue: what a series of 50,000 left unresolved is counted from the index alone
    index('issues_of_series').on(table.conferenceId, table.state, table.enterpriseId, table.track, table.id, table.updatedAt).where(sql`annulled_at is null`),
    index('issues_of_enterprise').on(table.enterpriseId, table.id),
    index('issues_of_association').on(table.associationId, table.id).where(sql`association_id is not null`),
    index('issues_of_unit').on(table.leadUnit, table.id),
    index('issues_of_comment').on(table.commentId),
    index('issues_awaiting_verdict').on(table.reopenUntil).where(sql`state in ('answered', 'resolved')`),
    // whose time to the first answer is told, of a period
    index('issues_first_answered').on(table.firstAnsweredAt, table.id).where(sql`first_answered_at is not null and annulled_at is null`),
    index('issues_search').using('gin', table.search),
    // all a report of now reads of an issue: a conference of 8,000 is counted without touching the rows themselves
    index('issues_report').on(
      table.conferenceId, table.group, table.leadUnit, table.state, table.topic, table.receivedAt, table.dueAt, table.answeredAt,
      table.confirmedAt, table.endedAt, table.extension, table.reopenings, table.handBacks, table.track, table.commentId,
    ).where(sql`annulled_at is null`),
    // what was under way on a past day: received before it, moved since
    index('issues_by_receipt').on(table.receivedAt, table.updatedAt),
    index('issues_by_change').on(table.updatedAt),
    index('issues_ended').on(table.endedAt).where(sql`ended_at is not null`),
    index('issues_sharing_comment').on(table.commentId).where(sql`shares_comment`),
    index('issues_of_zone').on(table.zone, table.id),
    index('issues_of_district').on(table.district, table.id),
    index('issues_of_topic').on(table.topic, table.id),
  ],
)

export const issueCoordinatingUnits = pgTable(
  'issue_coordinating_units',
  {
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'cascade' }),
    unit: text('unit').notNull().references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    since: instant('since').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.issueId, table.unit] }),
    index('issues_of_coordinating_unit').on(table.unit, table.issueId),
  ],
)

/** Units that coordinated in an issue from one moment to another, so that a past day's report by unit is counted again as it was. */
export const pastCoordinations = pgTable(
  'past_coordinations',
  {
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'cascade' }),
    unit: text('unit').notNull().references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    since: instant('since').notNull(),
    until: instant('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issueId, table.unit, table.since] }), index('past_coordinations_by_end').on(table.until)],
)

/**
 * One row a move, in order, chained by hash; the database refuses UPDATE and DELETE.
 * The right-hand columns say what was true after it, so that any past day can be counted from events alone.
 */
/** Partitioned by the year of `at` in Hanoi (the migration says how); a key of a partitioned table holds what it is parted by. */
export const issueEvents = pgTable(
  'issue_events',
  {
    id: ref('id').notNull().default(sql`nextval('public.issue_events_id_seq')`),
    issueId: ref('issue_id').notNull().references(() => issues.id, { onDelete: 'restrict' }),
    seq: integer('seq').notNull(),
    move: text('move').notNull(),
    from: text('from_state', { enum: issueStates }),
    to: text('to_state', { enum: issueStates }).notNull(),
    at: instant('at').notNull(),
    personId: ref('person_id'),
    personName: text('person_name'),
    role: text('role').notNull(),
    onBehalfOf: text('on_behalf_of'),
    unit: text('unit'),
    unitName: text('unit_name'),
    note: text('note'),
    payload: jsonb('payload').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),

    leadUnit: text('lead_unit'),
    group: text('group_code'),
    topic: text('topic_code'),
    dueAt: instant('due_at'),
    answeredAt: instant('answered_at'),
    resolvedAt: instant('resolved_at'),
    confirmedAt: instant('confirmed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.at] }),
    index('events_of_issue').on(table.issueId, table.seq),
    index('events_by_time').on(table.at),
    index('events_handed_back').on(table.issueId, table.unit, table.at, table.seq).where(sql`move = 'handBack'`),
  ],
)
