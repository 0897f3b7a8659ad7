import type { Sql } from 'postgres'
import type { IssueFilter } from '#db/queries/issue-list.ts'
import type { Counts } from '#workflows/reports/boxes.ts'
import { countsOf, type Row } from './recount.ts'

type Told = Row & { payload: { coordinatingUnits?: string[] }; conference_id: string | null; received_at: Date }
export type Place = { zone?: string; district?: string }
/** Where each issue was raised, as the test that raised it remembers. */
export type Places = ReadonlyMap<number, Place>

export type Stood = {
  id: number; conference: number | null; group: string | null; topic: string | null; unit: string | null; coordinating: string[]
  zone: string | null; district: string | null; receivedOn: string; counts: Counts
}

const hanoi = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

/** Every event of the register, read once, to be counted by the same plain code at any instant. */
export const eventsOf = (sql: Sql) => sql<Told[]>`select e.*, i.comment_id, i.conference_id, c.received_at from issue_events e
  join issues i on i.id = e.issue_id join comments c on c.id = i.comment_id where i.track <> 'denunciation' order by e.issue_id, e.seq`

/** How every issue stood at an instant, told from its events alone, one after another. */
export function stoodAt(events: readonly Told[], places: Places, t: Date): Stood[] {
  const stories = new Map<string, Told[]>()
  for (const event of events) if (event.at <= t) stories.set(event.issue_id, [...(stories.get(event.issue_id) ?? []), event])
  return [...stories.values()].map((story) => {
    const last = story.at(-1)!
    const place = places.get(Number(last.issue_id)) ?? {}
    return {
      id: Number(last.issue_id), conference: last.conference_id === null ? null : Number(last.conference_id), group: last.group_code, topic: last.topic_code,
      unit: last.lead_unit, coordinating: story.findLast(({ move }) => move === 'route' || move === 'reroute')?.payload.coordinatingUnits ?? [],
      zone: place.zone ?? null, district: place.district ?? null, receivedOn: hanoi(last.received_at), counts: countsOf(story, last, t),
    }
  })
}

const is = (value: string | number | null, asked: string | number | undefined) => asked === undefined || (asked === 'none' ? value === null : value === asked)

/** Whether an issue that stood so is one that the filter asks for. */
export function fits(one: Stood, { conference, group, topic, unit, coordinating, zone, district, month, from, to, box }: IssueFilter): boolean {
  const kept = is(one.conference, conference) && is(one.group, group) && is(one.topic, topic) && is(one.unit, unit) && is(one.zone, zone) && is(one.district, district)
  const beside = coordinating === undefined || (coordinating === 'none' ? one.coordinating.length === 0 : one.coordinating.includes(coordinating))
  const within = (!month || one.receivedOn.startsWith(month)) && (!from || from <= one.receivedOn) && (!to || one.receivedOn <= to)
  return kept && beside && within && (!box || one.counts[box] === 1)
}
