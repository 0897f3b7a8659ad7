import type { Counts } from './boxes.ts'
import { isComparable } from './rates.ts'

/** The units with the most overdue issues, of those that received enough to be put in an order at all; equals in their order. */
export function mostOverdue<R extends Pick<Counts, 'received' | 'openOverdue'> & { key: string | null }>(rows: readonly R[], most = 4) {
  return rows
    .filter((row): row is R & { key: string } => row.key !== null && row.openOverdue > 0 && isComparable({ of: row.received }))
    .sort((a, b) => b.openOverdue - a.openOverdue || (a.key < b.key ? -1 : 1))
    .slice(0, most)
}
