import { and, sql, type SQL } from 'drizzle-orm'
import type { Box } from '#workflows/reports/boxes.ts'
import { changeBoxes, type Change, type ChangeCounts } from '#workflows/reports/changes.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { openStates } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { issues } from '#db/schema/index.ts'
import { factsAsOf, onThatDay } from './fact-columns.ts'
import { inBox } from './in-box.ts'
import { pageOfIssues, type PageRequest } from './issue-pages.ts'
import { visibleTo } from './visible-to.ts'

/** The two instants between which something changed. */
export type Between = { since: Date; until: Date }

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`
const named = (box: Box) => sql.raw(`"${box}"`)

/** All that may stand elsewhere at one of the two instants: what moved since the first, and what ran out of time without moving. */
const touched = ({ since, until }: Between): SQL => sql`
  select e.issue_id as id from issue_events e where e.at > ${instant(since)}
  union
  select i.id from issues i where i.state in (${quoted(openStates)}) and i.annulled_at is null
    and i.due_at >= ${instant(since)} and i.due_at < ${instant(until)}`

/** The touched issues that the person sees, and in which boxes each was at that instant. */
function standing(by: By, at: Date, boxes: readonly Box[]): SQL {
  const facts = factsAsOf(at)!
  const where = and(sql`f.issue_id = any(array(select id from touched))`, sql`${issues.id} = any(array(select id from touched))`, visibleTo(by))
  const inBoxes = boxes.map((box) => sql`${inBox(box, onThatDay, at)} as ${named(box)}`)
  return sql`select ${issues.id} as id, ${sql.join(inBoxes, sql`, `)} from issues join ${facts.from} on ${facts.on} where ${where}`
}

const both = (by: By, between: Between, boxes: readonly Box[]) => sql`
  with touched as materialized (${touched(between)}),
  before as (${standing(by, between.since, boxes)}), after as (${standing(by, between.until, boxes)})`

const is = (box: Box) => sql`coalesce(after.${named(box)}, false)`
const was = (box: Box) => sql`coalesce(before.${named(box)}, false)`
const fits = ({ box, way }: Change) => (way === 'in' ? sql`${is(box)} and not ${was(box)}` : sql`${was(box)} and not ${is(box)}`)

/** How many issues came into each box between the two instants, and how many left it. */
export async function countChanges(db: Db, by: By, between: Between): Promise<ChangeCounts> {
  const count = (change: Change) => sql`count(*) filter (where ${fits(change)})::int`
  const columns = changeBoxes.map((box) => sql`${count({ box, way: 'in' })} as ${sql.raw(`"${box} in"`)}, ${count({ box, way: 'out' })} as ${sql.raw(`"${box} out"`)}`)
  const [row] = await db.execute<Record<string, number>>(sql`
    ${both(by, between, changeBoxes)} select ${sql.join(columns, sql`, `)} from after full join before using (id)`)
  return Object.fromEntries(changeBoxes.map((box) => [box, { in: row?.[`${box} in`] ?? 0, out: row?.[`${box} out`] ?? 0 }])) as ChangeCounts
}

/** One page of the issues behind such a count. */
export const listChanged = (db: Db, by: By, change: Change, between: Between, page: PageRequest) =>
  pageOfIssues(db, and(visibleTo(by), sql`${issues.id} = any(array(
    ${both(by, between, [change.box])} select id from after full join before using (id) where ${fits(change)}))`), page)
