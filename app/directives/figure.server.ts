import { readFilter } from '#app/issues/list-filter.ts'
import { readPageAddress, type PageAddress } from '#app/views/page-address.ts'
import type { Db } from '#db/client.ts'
import { countIssues } from '#db/queries/issue-list.ts'
import type { By } from '#workflows/resolution/actor.ts'

/** Beyond any register: a figure is counted to its end. */
const every = 100_000_000

/** The page an explanation is asked about, with the very instant at which its figure was counted. */
export const readFigure = (text: string): PageAddress | undefined => readPageAddress(text, (asOf) => asOf)

/** How many issues the list of an address holds for the person, at an instant or now; `null` where it is no list of issues. */
export function figureOf(db: Db, by: By, { path, params }: PageAddress, asOf?: Date): Promise<number | null> {
  return path === '/issues' ? countIssues(db, by, { ...readFilter(params), asOf }, every) : Promise.resolve(null)
}

/** The address without the day it was asked for, and that day as an instant, which never is one to come. */
export function splitInstant({ path, params }: PageAddress, now: Date): { page: PageAddress; at: Date } {
  const { asOf } = readFilter(params)
  const rest = new URLSearchParams(params)
  rest.delete('asOf')
  return { page: { path, params: rest }, at: asOf && asOf < now ? asOf : now }
}
