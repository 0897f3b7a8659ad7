import { sql, type SQL } from 'drizzle-orm'
import type { By } from '#workflows/resolution/actor.ts'
import { coordinatingOffice, inspectorate } from '#workflows/resolution/offices.ts'
import { issues } from '#db/schema/index.ts'

const petition = sql`${issues.track} = 'petition'`
const notDenunciation = sql`${issues.track} <> 'denunciation'`
const denunciation = sql`${issues.track} = 'denunciation'`

/**
 * The part of what a unit's people see that their unit leads. Said apart, and never more than `visibleTo`, because
 * queues of a unit's own work must read one index in its order, which an OR with the rest would forbid.
 */
export const ledBy = (by: By): SQL =>
  by.role === 'officer' || by.role === 'head'
    ? sql`${issues.annulledAt} is null and ${petition} and ${issues.leadUnit} = ${by.unit}`
    : sql`false`

/**
 * The one policy of who sees an issue, as a WHERE. Every list, item, count, export, search and API answer carries it.
 * Complaints are another legal track and hidden from units; a denunciation is seen by the intake head, the inspectorate
 * and the person who filed it, and by nobody else, not even the auditor (Luật Tố cáo 2018, Điều 8: identity is kept), nor
 * by whoever stands in for one of these: that is given to people, not to their desks.
 */
export const visibleTo = (by: By): SQL => sql`${issues.annulledAt} is null and ${seenBy(by)}`

/**
 * A person with who they are left open, for queries that are put together once for everybody of a role (`prepared`):
 * `shape` belongs into the name of such a query, `values` are its placeholders.
 */
export function anyoneLike(by: By) {
  const { role, standsIn, ...values } = by
  // the policy names these two offices, so a query for their people is another text
  const named = values.unit === inspectorate || values.unit === coordinatingOffice
  const { placeholder } = sql
  const open = {
    role, unit: named ? values.unit : placeholder('unit'), personId: placeholder('personId'), enterpriseId: placeholder('enterpriseId'),
    associationId: placeholder('associationId'),
    standsIn,
  } as unknown as By
  return { shape: `${standsIn ? 'stand-in for ' : ''}${named ? `${role} of ${values.unit}` : role}`, open, values }
}

function seenBy(by: By): SQL {
  switch (by.role) {
    case 'enterprise':
      return sql`(${issues.enterpriseId} = ${by.enterpriseId} and (${notDenunciation} or ${issues.filedBy} = ${by.personId}))`
    case 'association':
      return sql`(${issues.associationId} = ${by.associationId}
        and (${notDenunciation} or ${issues.filedBy} = ${by.personId})
        and (${issues.enterpriseId} is null or exists (select 1 from association_members m
          where m.association_id = ${issues.associationId} and m.enterprise_id = ${issues.enterpriseId})))`
    case 'officer':
      return by.unit === inspectorate && !by.standsIn ? sql`(${ofUnit(by.unit)} or ${denunciation})` : ofUnit(by.unit)
    case 'head':
      return (by.unit === inspectorate || by.unit === coordinatingOffice) && !by.standsIn
        ? sql`(${ofUnit(by.unit)} or ${denunciation})`
        : ofUnit(by.unit)
    case 'secretary':
    case 'coordinator':
    case 'leader':
    case 'auditor':
      return notDenunciation
    case 'system':
      return sql`true`
    case 'admin':
      return sql`false`
  }
}

/** Arrays, not sub-selects: so the planner can gather a small unit's issues from three indexes instead of walking them all. */
const ofUnit = (unit: string | null) => sql`(${petition} and (${issues.leadUnit} = ${unit}
  or ${issues.id} = any(array(select c.issue_id from issue_coordinating_units c where c.unit = ${unit}))
  or ${issues.id} = any(array(select p.issue_id from commitments p where p.owner_unit = ${unit}))))`

/**
 * Beside `visibleTo`, what of an issue's inner side somebody reads: the offices all of it, a unit's people where `theirs`
 * says so, whoever filed, and who only administers, nothing.
 */
export function insideFor({ role }: By, theirs: SQL): SQL {
  switch (role) {
    case 'officer':
    case 'head':
      return theirs
    case 'secretary':
    case 'coordinator':
    case 'leader':
    case 'auditor':
    case 'system':
      return sql`true`
    case 'enterprise':
    case 'association':
    case 'admin':
      return sql`false`
  }
}
