import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { directiveMoves, directiveStates, owingStates } from '#workflows/directive/machine.ts'
import { roles } from '#workflows/resolution/actor.ts'
import { id, instant, oneOf, quoted, ref } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'
import { units } from './units.ts'

const isOwing = sql`state in (${quoted(owingStates)})`

/** A unit asked to explain a figure or an issue by a day; its figure is the address of the list, as counted then. */
export const directives = pgTable(
  'directives',
  {
    id: id(),
    state: text('state', { enum: directiveStates }).notNull().default('asked'),
    version: integer('version').notNull().default(1),
    unit: text('unit').notNull().references(() => units.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    issueId: ref('issue_id').references(() => issues.id, { onDelete: 'restrict' }),
    /** Path and query of the list, without its instant; null where an issue is asked about. */
    address: text('address'),
    /** How many were counted, by whoever asked and with their rights, at `as_of`; null where the page is no list of issues. */
    figure: integer('figure'),
    asOf: instant('as_of'),
    text: text('text').notNull(),
    askedBy: ref('asked_by').references(() => people.id, { onDelete: 'set null' }),
    askedAt: instant('asked_at').notNull(),
    firstDueOn: date('first_due_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** The date for which `remindAt`, the next look at it, was worked out; another one is to be planned anew. */
    plannedFor: date('planned_for', { mode: 'string' }),
    remindAt: instant('remind_at'),
  },
  (table) => [
    oneOf('directives_state', 'state', directiveStates),
    index('directives_of_unit').on(table.unit, table.dueOn, table.id),
    index('directives_list').on(table.dueOn, table.id),
    index('directives_owing').on(table.unit, table.dueOn).where(isOwing),
    index('directives_of_issue').on(table.issueId).where(sql`issue_id is not null`),
    index('directives_to_plan').on(table.id).where(sql`${isOwing} and planned_for is distinct from due_on`),
    index('directives_to_remind').on(table.remindAt).where(isOwing),
  ],
)

const written = ['ask', ...directiveMoves] as const

/** What was asked, explained and decided, in order. Append-only. */
export const directiveEvents = pgTable(
  'directive_events',
  {
    id: id(),
    directiveId: ref('directive_id').notNull().references(() => directives.id, { onDelete: 'restrict' }),
    seq: integer('seq').notNull(),
    move: text('move', { enum: written }).notNull(),
    toState: text('to_state', { enum: directiveStates }).notNull(),
    at: instant('at').notNull(),
    /** Without a foreign key, which would change what is never changed. */
    personId: ref('person_id').notNull(),
    personName: text('person_name').notNull(),
    role: text('role', { enum: roles }).notNull(),
    unit: text('unit'),
    /** As the unit was called then. */
    unitName: text('unit_name'),
    /** Whose role it was, where the person stood in for somebody. */
    onBehalfOf: text('on_behalf_of'),
    /** On whose word the coordinating office asks or decides in place of leadership. */
    mandate: text('mandate'),
    text: text('text'),
    /** By when an explanation is asked for, with `ask` and `return`. */
    dueOn: date('due_on', { mode: 'string' }),
    /** Issues an explanation points to. */
    issueIds: ref('issue_ids').array().notNull().default(sql`'{}'`),
  },
  (table) => [oneOf('directive_events_move', 'move', written), uniqueIndex('events_of_directive').on(table.directiveId, table.seq)],
)
