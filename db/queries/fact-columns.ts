import { sql, type SQL } from 'drizzle-orm'
import { issues } from '#db/schema/index.ts'

/** What lists and reports ask of an issue: its own columns for now, the events' memory for another day. */
export type FactColumns = Record<
  | 'conference' | 'group' | 'topic' | 'leadUnit' | 'state' | 'dueAt' | 'answeredAt' | 'confirmedAt' | 'endedAt'
  | 'extended' | 'reopened' | 'handedBack',
  SQL
>
/** Facts to read in place of an issue's own columns, as a join. */
export type Facts = { from: SQL; on: SQL }

export const today: FactColumns = {
  conference: sql`${issues.conferenceId}`,
  group: sql`${issues.group}`,
  topic: sql`${issues.topic}`,
  leadUnit: sql`${issues.leadUnit}`,
  state: sql`${issues.state}`,
  dueAt: sql`${issues.dueAt}`,
  answeredAt: sql`${issues.answeredAt}`,
  confirmedAt: sql`${issues.confirmedAt}`,
  endedAt: sql`${issues.endedAt}`,
  extended: sql`(${issues.extension} = 'granted')`,
  reopened: sql`(${issues.reopenings} > 0)`,
  handedBack: sql`(${issues.handBacks} > 0)`,
}

/** `conference` never changes; it is asked of both sides of the join, so that only one conference is looked up. */
export const onThatDay: FactColumns = {
  conference: sql`f.conference_id`,
  group: sql`f.group_code`,
  topic: sql`f.topic_code`,
  leadUnit: sql`f.lead_unit`,
  state: sql`f.state`,
  dueAt: sql`f.due_at`,
  answeredAt: sql`f.answered_at`,
  confirmedAt: sql`f.confirmed_at`,
  endedAt: sql`f.ended_at`,
  extended: sql`f.extended`,
  reopened: sql`f.reopened`,
  handedBack: sql`f.handed_back`,
}

/** Rows of the events' own memory: what an issue has become since does not change what was counted then. */
export const factsAsOf = (asOf: Date | undefined): Facts | undefined =>
  asOf && {
    from: sql`public.issue_facts_as_of(${asOf.toISOString()}::timestamptz) f`,
    on: sql`f.issue_id = ${issues.id} and ${issues.receivedAt} <= ${asOf.toISOString()}::timestamptz`,
  }

/** What was true then of all that has moved since, as rows `f`. */
export const movedSince = (asOf: Date): SQL => sql`public.facts_moved_since(${asOf.toISOString()}::timestamptz) f`

/** Which units coordinated in which issue, at an instant or now: rows (issue_id, unit). */
export const coordinations = (asOf: Date | undefined): SQL =>
  asOf ? sql`public.coordinations_as_of(${asOf.toISOString()}::timestamptz)` : sql`issue_coordinating_units`
