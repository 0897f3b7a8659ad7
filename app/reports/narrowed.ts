import { readFilter } from '#app/issues/list-filter.ts'
import type { IssueFilter } from '#db/queries/issue-list.ts'
import type { Grouping } from '#workflows/reports/groupings.ts'

const names = ['conference', 'group', 'topic', 'unit', 'units', 'coordinating', 'zone', 'district'] as const
export type Narrowed = Pick<IssueFilter, (typeof names)[number]>
/** The same as text of an address. */
export type Query = Record<string, string>

/** What narrows a report of issues, as it stands in an address. */
export function narrowedIn(params: URLSearchParams): Narrowed {
  const filter = readFilter(params)
  return Object.fromEntries(names.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]])))
}

export const queryOf = (parts: Record<string, string | number | Date | undefined>): Query =>
  Object.fromEntries(Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value instanceof Date ? value.toISOString() : String(value)]])))

export const addressOf = (path: string, query: Query): string => `${path}?${new URLSearchParams(query)}`

/** Filters that have names of their own to be shown by. */
export const named = (query: Query): { by: Grouping; key: string }[] =>
  names.flatMap((name) => (name === 'units' || query[name] === undefined ? [] : [{ by: name, key: query[name] }]))
