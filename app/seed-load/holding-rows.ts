import type { Calendar } from '#workflows/deadlines/calendar.ts'
import { workingTimeBetween } from '#workflows/deadlines/working-time.ts'
import { isSameHolding, type Held, type Holding } from '#workflows/resolution/holdings.ts'

export type HoldingRow = Holding & { issueId: number; number: number; worked: number | null }

/** Adds who has an issue from then on; one that stays where it is adds nothing. */
export function addHolding(rows: HoldingRow[], issueId: number, held: Held, from: Date, calendar: Calendar): void {
  const last = rows.at(-1)
  if (last && isSameHolding(last, held)) return
  if (last) Object.assign(last, { to: from, worked: workingTimeBetween(last.from, from, calendar) })
  rows.push({ issueId, number: rows.length + 1, ...held, from, to: null, worked: null })
}
