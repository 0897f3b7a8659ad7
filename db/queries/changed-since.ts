import { and, sql, type SQL } from 'drizzle-orm'
import type { Box } from '#workflows/reports/boxes.ts'
import { changeBoxes, type Change, type ChangeCounts } from '#workflows/reports/changes.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { openStates } from '#workflows/resolution/states.ts'
import type { Db } from '#db/client.ts'
import { quoted } from '#db/schema/columns.ts'
import { issues } from '#db/schema/index.ts'
import { onThatDay, today } from './fact-columns.ts'
import { inBox } from './in-box.ts'
import { pageOfIssues, type PageRequest } from './issue-pages.ts'
import { visibleTo } from './visible-to.ts'

/** The two instants between which something changed; for a count the second is now. */
export type Between = { since: Date; until: Date }

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`
const named = (box: Box) => sql.raw(`"${box}"`)

/** All that may stand elsewhere at one of the two instants: what moved since the first, and what ran out of time without moving. */
const touched = ({ since, until }: Between): SQL => sql`
  select e.issue_id as id from issue_events e where e.at > ${instant(since)}
  union
  select i.id from issues i where i.state in (${quoted(openStates)}) and i.annulled_at is null
    and i.due_at >= ${instant(since)} and i.due_at < ${instant(until)}`

/**
 * The touched issues that the person sees, and in which boxes each was at that instant, as its last event until then says;
 * `undefined` is now. Looked up one by one (`offset 0` keeps it so): of how many there are the planner knows nothing, and
 * would join them all with all.
 */
function standing(by: By, at: Date, day: Date | undefined, boxes: readonly Box[]): SQL {
  const lastEvent = day && sql`cross join lateral (
    select e.to_state as state, e.due_at, e.answered_at, e.confirmed_at from issue_events e
    where e.issue_id = t.id and e.at <= ${instant(day)} and e.at >= ${issues.receivedAt} - interval '1 day' order by e.seq desc limit 1) f`
  const inBoxes = boxes.map((box) => sql`${inBox(box, day ? onThatDay : today, at)} as ${named(box)}`)
  const where = and(sql`${issues.id} = t.id`, sql`${issues.receivedAt} <= ${instant(at)}`, visibleTo(by))
  return sql`select s.* from touched t cross join lateral (select ${issues.id} as id, ${sql.join(inBoxes, sql`, `)}
    from issues ${lastEvent ?? sql``} where ${where} offset 0) s`
}

const both = (by: By, { since, until }: Between, boxes: readonly Box[], day?: Date) => sql`
  with touched as materialized (${touched({ since, until })}),
  before as (${standing(by, since, since, boxes)}), after as (${standing(by, until, day, boxes)})`

const is = (box: Box) => sql`coalesce(after.${named(box)}, false)`
const was = (box: Box) => sql`coalesce(before.${named(box)}, false)`
const fits = ({ box, way }: Change) => (way === 'in' ? sql`${is(box)} and not ${was(box)}` : sql`${was(box)} and not ${is(box)}`)

/** How many issues came into each box since then and until now, and how many left it. */
export async function countChanges(db: Db, by: By, between: Between): Promise<ChangeCounts> {
  const count = (change: Change) => sql`count(*) filter (where ${fits(change)})::int`
  const columns = changeBoxes.map((box) => sql`${count({ box, way: 'in' })} as ${sql.raw(`"${box} in"`)}, ${count({ box, way: 'out' })} as ${sql.raw(`"${box} out"`)}`)
  const [row] = await db.execute<Record<string, number>>(sql`
    ${both(by, between, changeBoxes)} select ${sql.join(columns, sql`, `)} from after full join before using (id)`)
  return Object.fromEntries(changeBoxes.map((box) => [box, { in: row?.[`${box} in`] ?? 0, out: row?.[`${box} out`] ?? 0 }])) as ChangeCounts
}

/** One page of the issues behind such a count, also when the second instant has passed. */
export const listChanged = (db: Db, by: By, change: Change, between: Between, page: PageRequest) =>
  pageOfIssues(db, and(visibleTo(by), sql`${issues.id} = any(array(
    ${both(by, between, [change.box], between.until)} select id from after full join before using (id) where ${fits(change)}))`), page)
