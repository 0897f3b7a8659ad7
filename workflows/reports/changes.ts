import type { Box } from './boxes.ts'

/**
 * The boxes of which somebody who looks again wants to know what came in and what left. What was opened again has left
 * those answered. State and dates decide each of them, which is all that the last event before an instant says.
 */
export const changeBoxes = [
  'received', 'answered', 'openOverdue', 'resolved', 'confirmed', 'refused', 'upward',
] as const satisfies readonly Box[]
export type ChangeBox = (typeof changeBoxes)[number]

export const ways = ['in', 'out'] as const
export type Change = { box: ChangeBox; way: (typeof ways)[number] }
export type ChangeCounts = Record<ChangeBox, Record<(typeof ways)[number], number>>

/** A look after a longer time than this is compared with so long ago: nobody follows every step of half a year. */
export const longestLookMs = 31 * 86_400_000
/** Until then a page opened again belongs to the same look. */
export const oneLookMs = 30 * 60_000
/** Who never looked is told about the last week. */
export const firstLookMs = 7 * 86_400_000

/** From when on to tell what changed, for somebody whose look before this one was at `before`. */
export function changesSince(before: Date | null, now: Date): { since: Date; first: boolean; cut: boolean } {
  if (!before) return { since: new Date(now.getTime() - firstLookMs), first: true, cut: false }
  const cut = now.getTime() - before.getTime() > longestLookMs
  return { since: cut ? new Date(now.getTime() - longestLookMs) : before, first: false, cut }
}
