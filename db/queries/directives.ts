import { and, asc, eq, getTableColumns, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { owingStates } from '#workflows/directive/machine.ts'
import { directiveBoxes, type DirectiveBox } from '#workflows/directive/boxes.ts'
import type { By } from '#workflows/resolution/actor.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { directiveEvents, directives, people } from '#db/schema/index.ts'
import { insideFor, visibleTo } from './visible-to.ts'

const petition = sql`(directives.issue_id is null or exists (select from issues i
  where i.id = directives.issue_id and i.annulled_at is null and i.track = 'petition'))`

/**
 * Who reads a demand: the offices all, a unit those made of it, nobody else. One about an issue that was annulled or
 * follows another law since is hidden from everybody, as the issue is from units.
 */
export const directivesVisibleTo = (by: By): SQL => sql`${insideFor(by, sql`directives.unit = ${by.unit}`)} and ${petition}`

const owing = sql`directives.state in (${quoted(owingStates)})`
const boxes: Record<DirectiveBox, (today: SQL) => SQL> = {
  open: () => owing,
  overdue: (today) => sql`${owing} and directives.due_on < ${today}`,
  explained: () => sql`directives.state = 'explained'`,
  done: () => sql`directives.state in ('accepted', 'withdrawn')`,
}

/** As a WHERE, for the boxes that no day decides. */
export const inDirectiveBox = (box: Exclude<DirectiveBox, 'overdue'>): SQL => boxes[box](sql`null`)

export type DirectiveFilter = { box: DirectiveBox; unit?: string }
type Page = { limit: number; cursor?: string }
const on = (today: string) => sql`${today}::date`

const { id, state, version, unit, address, figure, asOf, text, askedAt, dueOn, firstDueOn, askedBy, issueId } = getTableColumns(directives)
/** The code of the issue it is about, where the reader may see that issue. */
const codeFor = (by: By) => sql<string | null>`(select issues.code from issues where issues.id = directives.issue_id and ${visibleTo(by)})`

/** One page, the earliest day first; of what is done, the latest. */
export async function listDirectives(db: Db, by: By, filter: DirectiveFilter, today: string, { limit, cursor }: Page) {
  const last = filter.box === 'done'
  const [, day, after] = /^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(cursor ?? '') ?? []
  const from = day && sql`(directives.due_on, directives.id) ${sql.raw(last ? '<' : '>')} (${day}::date, ${after}::bigint)`
  const rows = await db
    .select({ id, state, unit, text, dueOn, address, figure, askedAt, code: codeFor(by) })
    .from(directives)
    .where(and(directivesVisibleTo(by), boxes[filter.box](on(today)), filter.unit ? eq(directives.unit, filter.unit) : undefined, from || undefined))
    .orderBy(sql.raw(last ? 'directives.due_on desc, directives.id desc' : 'directives.due_on, directives.id'))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  const end = rows.length > limit ? items.at(-1) : undefined
  return { items, next: end ? `${end.dueOn}_${end.id}` : null }
}

export type DirectiveCounts = Record<DirectiveBox, number> & { unit: string | null }

/** How many are in each box, by unit and, with `unit` null, of all. */
export const countDirectives = async (db: Db, by: By, today: string): Promise<DirectiveCounts[]> => {
  const counts = sql.join(directiveBoxes.map((box) => sql`count(*) filter (where ${boxes[box](on(today))})::int as ${sql.raw(`"${box}"`)}`), sql`, `)
  return [...(await db.execute<DirectiveCounts>(sql`select directives.unit, ${counts} from directives where ${directivesVisibleTo(by)}
    group by rollup (directives.unit) order by grouping(directives.unit), overdue desc, open desc, directives.unit`))]
}

/** One demand within what the person may see. */
export async function directiveSeen(db: Db, by: By, wanted: number) {
  const [row] = await db
    .select({ id, state, version, unit, address, figure, asOf, text, askedAt, dueOn, firstDueOn, askedBy, issueId, asker: people.name, code: codeFor(by) })
    .from(directives)
    .leftJoin(people, eq(people.id, directives.askedBy))
    .where(and(eq(directives.id, wanted), directivesVisibleTo(by)))
  return row
}

/** The same, held until the transaction ends. */
export async function holdDirective(tx: Db, by: By, wanted: number) {
  const mandated = sql<boolean>`exists (select from directive_events e where e.directive_id = directives.id and e.move = 'ask' and e.mandate is not null)`
  const [row] = await tx.select({ id, state, version, unit, dueOn, askedBy, mandated }).from(directives).where(and(eq(directives.id, wanted), directivesVisibleTo(by))).for('update')
  return row
}

/** What was asked, said and decided, in order; of the issues an explanation points to those that the reader may see. */
export const eventsOfDirective = (db: Db, by: By, wanted: number) =>
  db
    .select({
      seq: directiveEvents.seq, move: directiveEvents.move, at: directiveEvents.at, who: directiveEvents.personName, role: directiveEvents.role,
      unit: directiveEvents.unitName, onBehalfOf: directiveEvents.onBehalfOf, mandate: directiveEvents.mandate, text: directiveEvents.text, dueOn: directiveEvents.dueOn,
      codes: sql<string[]>`coalesce((select array_agg(issues.code order by issues.id) from issues where issues.id = any(${directiveEvents.issueIds}) and ${visibleTo(by)}), '{}')`,
    })
    .from(directiveEvents)
    .where(eq(directiveEvents.directiveId, wanted))
    .orderBy(asc(directiveEvents.seq))

type Event = Omit<typeof directiveEvents.$inferInsert, 'seq'>

/** Appends to the story of a demand that the transaction holds. */
export const appendDirectiveEvent = (tx: Db, event: Event) =>
  tx.insert(directiveEvents).values({
    ...event, seq: sql`(select coalesce(max(e.seq), 0) + 1 from directive_events e where e.directive_id = ${event.directiveId})`,
  })

export type IssueDirective = { id: number; state: (typeof directives.$inferSelect)['state']; unit: string; text: string; dueOn: string }

/** Demands about one issue, as a part of what hangs on it. */
export const directivesOfIssue = (issue: SQLWrapper, by: By): SQL => sql`(select coalesce(json_agg(json_build_object('id', directives.id, 'state', directives.state,
  'unit', directives.unit, 'text', left(directives.text, 300), 'dueOn', directives.due_on) order by directives.id), '[]')
  from directives where directives.issue_id = ${issue} and ${directivesVisibleTo(by)})`
