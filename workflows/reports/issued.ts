import { boxNames, type Box, type Counts } from './boxes.ts'
import type { Grouping } from './groupings.ts'
import { periodColumns, type PeriodColumn, type PeriodCounts } from './period.ts'
import { rateDefinitions } from './rates.ts'

/** In both languages of the house, as called when the report was issued. */
export type Label = { vi: string; en: string }
type PerComment = { received: number; answered: number; resolved: number }
type Definition = { id: string; version: number; numerator: Box; denominator: readonly Box[]; excludes: readonly Box[]; formula: Label }

/** All that a report says, as plain data: what is shown, exported, frozen and counted again. */
export type Figures = {
  by: Grouping
  /** As in the report's address, with the instant at which it counted. */
  scope: Record<string, string>
  asOf: string
  narrowed: Label[]
  definitions: Definition[]
  periodVersion: number
  rows: { key: string | null; label: Label; counts: Counts; perComment: PerComment }[]
  total: { counts: Counts; perComment: PerComment }
  period: { rows: { key: string | null; label: Label; counts: PeriodCounts }[]; total: PeriodCounts }
}

/** A report as it was issued. */
export type Issued = Figures & { number: string; title: string; issuedAt: string; issuer: { personId: number; name: string; role: string; unit: string | null } }

/** `row`: undefined for the total. */
export type Difference = { table: 'boxes' | 'period'; row: Label | undefined; column: Box | PeriodColumn; was: number; now: number }

type Counted<Column extends string> = { key: string | null; label: Label; counts: Record<Column, number> }

/** The boxes that a report counted: one issued earlier may know fewer. */
export const countedIn = ({ total }: Pick<Figures, 'total'>): Box[] => boxNames.filter((box) => box in total.counts)

/** Every number that is not what it was, row by row; a row that is new or gone counted nothing then, or counts nothing now. */
export function differencesOf(was: Figures, now: Figures): Difference[] {
  const total: Label = { vi: '', en: '' }
  const whole = <Column extends string>(counts: Record<Column, number>): Counted<Column> => ({ key: 'total', label: total, counts })
  const compared = <Column extends Box | PeriodColumn>(table: Difference['table'], columns: readonly Column[], before: Counted<Column>[], after: Counted<Column>[]): Difference[] => {
    const keys = new Map([...after, ...before].map(({ key, label }) => [key, label]))
    const of = (rows: Counted<Column>[], key: string | null, column: Column) => rows.find((row) => row.key === key)?.counts[column] ?? 0
    return [...keys].flatMap(([key, label]) => columns
      .map((column): Difference => ({ table, row: label === total ? undefined : label, column, was: of(before, key, column), now: of(after, key, column) }))
      .filter((one) => one.was !== one.now))
  }
  // what is counted since, and was not then, is no difference
  const [boxes, columns] = [countedIn(was), periodColumns.filter((column) => column in was.period.total)]
  return [
    ...compared('boxes', boxes, [whole(was.total.counts)], [whole(now.total.counts)]),
    ...compared('period', columns, [whole(was.period.total)], [whole(now.period.total)]),
    ...compared('boxes', boxes, was.rows, now.rows),
    ...compared('period', columns, was.period.rows, now.period.rows),
  ]
}

/** Rates whose definition has another version today: then the same figures would make another rate. */
export const redefined = (was: Figures): string[] =>
  was.definitions.filter(({ id, version }) => rateDefinitions.find((one) => one.id === id)?.version !== version).map(({ id }) => id)
