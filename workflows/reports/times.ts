import { timedParties, type Party } from '#workflows/resolution/holdings.ts'

/** The middle and the ninth of ten, of `n` that were measured, in working milliseconds: never a mean, which one old case would carry off. */
export type Spread = { n: number; median: number | null; p90: number | null }
/** `total`: all of it together, for shares of the whole. */
export type PartyTime = Spread & { party: Party; total: number }
/** A unit's own share of the time, apart from what everybody else took of the same issues. */
export type UnitTime = { unit: string; own: Spread; others: Spread }
export type TimeReport = { from: string; to: string; whole: Spread; parties: PartyTime[]; units: UnitTime[] }

export const timeDefinition = { id: 'timeToAnswer', version: 1 } as const
export const partyOrder = timedParties

/** Units that can be compared come first, the longest own share first; those with too few issues stand apart, unordered, by code. */
export function apart<T extends { unit: string; own: Spread }>(units: readonly T[], fewest: number): { compared: T[]; few: T[] } {
  const code = (a: T, b: T) => (a.unit < b.unit ? -1 : 1)
  return {
    compared: units.filter(({ own }) => own.n >= fewest).sort((a, b) => (b.own.median ?? 0) - (a.own.median ?? 0) || code(a, b)),
    few: units.filter(({ own }) => own.n < fewest).sort(code),
  }
}
