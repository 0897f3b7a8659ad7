import { sql, type SQL } from 'drizzle-orm'
import { outcomes, type Part } from '#workflows/reports/parts.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { issues } from '#db/schema/index.ts'
import { unitAs, type UnitsAs } from './unit-now.ts'
import { insideFor } from './visible-to.ts'

const worstFirst = sql.raw(`array['${outcomes.join(`', '`)}']`)

/**
 * One row a part that a unit had in an issue up to an instant: what became of what it was asked, urgings, handings back.
 * Silence begins at the date due, whenever the clock's next round finds it. Whatever was taken back was never owed. Both
 * the report and the lists behind its numbers read this, so that they cannot differ. `conference` only spares reading the
 * rest: whoever asks narrows to it too.
 */
export const partsAt = (at: Date, units: UnitsAs | undefined, conference?: number | 'none'): SQL => {
  const instant = sql`${at.toISOString()}::timestamptz`
  const within = (column: string) => (typeof conference === 'number'
    ? sql`and ${sql.raw(column)} = any(array(select c.id from issues c where c.conference_id = ${conference}))` : sql``)
  const outcome = sql`case when o.given_at <= ${instant} then case when o.given_at <= o.due_at then 'inTime' else 'late' end
    when o.due_at < ${instant} then 'silent' else 'awaiting' end`
  const backs = sql`select e.issue_id, e.unit, count(*) as times, count(*) over (partition by e.issue_id) as units
    from issue_events e where e.move = 'handBack' and e.at <= ${instant} ${within('e.issue_id')} group by e.issue_id, e.unit`
  const unit = (column: string) => unitAs(units, sql.raw(column))
  return sql`
    select o.issue_id, ${unit('o.unit')} as unit, (${worstFirst})[min(array_position(${worstFirst}, ${outcome}))] as part, count(*) as times
      from opinions o where o.asked_at <= ${instant} and (o.state <> 'cancelled' or o.cancelled_at > ${instant}) ${within('o.issue_id')} group by 1, 2
    union all select u.issue_id, ${unit('u.unit')}, 'urged', count(*) from urges u where u.at <= ${instant} ${within('u.issue_id')} group by 1, 2
    union all select b.issue_id, ${unit('b.unit')}, 'handedBack', b.times from (${backs}) b
    union all select b.issue_id, ${unit('b.unit')}, 'pingPong', b.times from (${backs}) b where b.units > 1
    union all select b.issue_id, ${unit('d.lead_unit')}, 'decided', count(*) from (select distinct issue_id from (${backs}) p where p.units > 1) b
      join issue_events d on d.issue_id = b.issue_id and d.move in ('route', 'reroute') and d.at <= ${instant}
        and (select count(distinct h.unit) from issue_events h where h.issue_id = d.issue_id and h.move = 'handBack' and h.seq < d.seq) > 1
      group by 1, 2`
}

/** As on the issue's page: the offices see the part of every unit, a unit its own and, where it leads, that of the others. */
export const partSeenBy = (by: By, of: SQL): SQL => insideFor(by, sql`(${of} = ${by.unit} or ${issues.leadUnit} = ${by.unit})`)

const named = (part: Part) => (part === 'asked' ? sql`p.part = any(${`{${outcomes.join(',')}}`})` : sql`p.part = ${part}`)

type Asked = { part?: Part; partUnit?: string; units?: UnitsAs; asOf?: Date }

/** The issues in which a unit had a part; none for those who may not know. Gathered first: a part is rarer than an issue. */
export function hadPart(by: By, { part, partUnit, units, asOf }: Asked): SQL | undefined {
  if (part === undefined || partUnit === undefined) return undefined
  const found = sql`select p.issue_id from (${partsAt(asOf ?? new Date(), units)}) p where ${named(part)} and p.unit = ${partUnit}`
  return sql`(${issues.id} = any(array(${found})) and ${partSeenBy(by, sql`${partUnit}::text`)})`
}
