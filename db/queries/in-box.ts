import { sql, type SQL } from 'drizzle-orm'
import { latelyHours, ruleOf, type Box, type Mark } from '#workflows/reports/boxes.ts'
import { issues } from '#db/schema/index.ts'

/** The facts a box is decided by: an issue's own columns, or those of another day. */
export type FactColumns = Record<'state' | 'group' | 'topic' | 'leadUnit' | 'dueAt' | 'answeredAt' | 'confirmedAt', SQL>

/** Whether an issue is counted in a box at an instant, as a WHERE. */
export function inBox(box: Box, facts: FactColumns, at: Date): SQL {
  const { states, mark, without } = ruleOf(box)
  const parts = [
    states && sql`${facts.state} in (${sql.raw(states.map((one) => `'${one}'`).join(', '))})`,
    mark && marked(mark, facts, at),
    without && sql`not ${marked(without, facts, at)}`,
  ].filter((part) => part !== undefined)
  return parts.length ? sql.join(parts, sql` and `) : sql`true`
}

function marked(mark: Mark, facts: FactColumns, at: Date): SQL {
  const instant = sql`${at.toISOString()}::timestamptz`
  switch (mark) {
    case 'inTime':
      return sql`coalesce(${facts.answeredAt} <= ${facts.dueAt}, false)`
    case 'overdue':
      return sql`coalesce(${facts.dueAt} < ${instant}, false)`
    case 'confirmed':
      return sql`(${facts.confirmedAt} is not null)`
    case 'extended':
      return happened(sql`e.move = 'grantExtension'`, instant)
    case 'reopened':
      return happened(sql`e.move in ('reopen', 'dispute')`, instant)
    case 'handedBack':
      return happened(sql`e.move = 'handBack'`, instant)
    case 'endedLately':
      return happened(
        sql`e.to_state in ('closed', 'refused', 'withdrawn', 'diverted') and e.at > ${instant} - make_interval(hours => ${latelyHours})`,
        instant,
      )
  }
}

const happened = (what: SQL, instant: SQL) =>
  sql`exists (select 1 from issue_events e where e.issue_id = ${issues.id} and e.at <= ${instant} and ${what})`
