import type { Part } from '#workflows/reports/parts.ts'
import type { Box } from '#workflows/reports/boxes.ts'
import type { Grouping } from '#workflows/reports/groupings.ts'

/** What a report is narrowed to, as text of an address. */
export type Scope = Partial<Record<Grouping | 'units' | 'from' | 'to', string>>
export type Asked = { by: Grouping; scope: Scope; asOf: string; past: boolean }

const queryOf = (parts: Record<string, string | undefined>) =>
  new URLSearchParams(Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined)).toString()

/** The scope of one row: its key, or `none` for those without one. */
export const rowScope = ({ by, scope }: Pick<Asked, 'by' | 'scope'>, key: string | null): Scope => ({
  ...scope,
  [by]: key ?? 'none',
})

/** Exactly the issues behind a figure: the same scope and box, at the instant at which they were counted. */
export const listAddress = (scope: Scope, box: Box, asOf: string): string =>
  `/issues?${queryOf({ ...scope, box: box === 'received' ? undefined : box, asOf })}`

/** Exactly the issues in which a unit had a part, of the report's scope and instant. */
export const partAddress = ({ scope, asOf }: Asked, part: Part, partUnit: string): string =>
  `/issues?${queryOf({ ...scope, part, partUnit, asOf })}`

type Change = { by?: Grouping; scope?: Scope }

/** The report told apart another way, or of another scope. The day it was asked for stays; the moment of «now» does not. */
export function reportAddress(asked: Asked, change: Change = {}, path = '/reports/resolution'): string {
  const { by, scope } = { ...asked, ...change }
  return `${path}?${queryOf({ by, ...scope, asOf: asked.past ? asked.asOf : undefined })}`
}
