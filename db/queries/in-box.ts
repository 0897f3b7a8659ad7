import { sql, type SQL } from 'drizzle-orm'
import { latelyHours, ruleOf, type Box, type Mark } from '#workflows/reports/boxes.ts'
import { quoted } from '#db/schema/columns.ts'
import type { FactColumns } from './fact-columns.ts'

/** Whether an issue is counted in a box at an instant, as a WHERE. */
export const inBox = (box: Box, facts: FactColumns, at: Date): SQL =>
  fitting(box, facts.state, (mark) => marked(mark, facts, at))

/** The rule of a box over whatever holds a state and its marks. */
export function fitting(box: Box, state: SQL, markOf: (mark: Mark) => SQL): SQL {
  const { states, mark, without } = ruleOf(box)
  const parts = [
    states && sql`${state} in (${quoted(states)})`,
    mark && markOf(mark),
    without && sql`not ${markOf(without)}`,
  ].filter((part) => part !== undefined)
  return parts.length ? sql.join(parts, sql` and `) : sql`true`
}

/** A mark as a condition that is true or false, never null; without `coalesce`, into which no index looks. */
export function marked(mark: Mark, facts: FactColumns, at: Date): SQL {
  const instant = sql`${at.toISOString()}::timestamptz`
  switch (mark) {
    case 'inTime':
      return sql`coalesce(${facts.answeredAt} <= ${facts.dueAt}, false)`
    case 'overdue':
      return sql`(${facts.dueAt} is not null and ${facts.dueAt} < ${instant})`
    case 'confirmed':
      return sql`(${facts.confirmedAt} is not null)`
    case 'extended':
    case 'reopened':
    case 'handedBack':
      return facts[mark]
    case 'endedLately':
      return sql`(${facts.endedAt} is not null and ${facts.endedAt} > ${instant} - make_interval(hours => ${sql.raw(String(latelyHours))}))`
  }
}
