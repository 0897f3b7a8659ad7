import type { Box, Counts } from './boxes.ts'

type RateId = 'answerRate' | 'onTimeRate' | 'resolutionRate' | 'confirmedRate'

type Definition = {
  id: RateId
  /** Raised with any change of what is counted, so that two printed figures can be told apart. */
  version: number
  /** The text that says it in words. */
  formula: `reports:formula.${RateId}`
  numerator: Box
  /** Boxes whose sum is the denominator. */
  denominator: readonly Box[]
  /** Received, but on neither side of the line. */
  excludes: readonly Box[]
}

/** Refused, withdrawn and diverted issues stay in the denominator of what was received: to turn away is no answer. */
export const rateDefinitions = [
  {
    id: 'answerRate', version: 1, formula: 'reports:formula.answerRate',
    numerator: 'answered', denominator: ['received'], excludes: [],
  },
  {
    id: 'onTimeRate', version: 1, formula: 'reports:formula.onTimeRate',
    numerator: 'onTime', denominator: ['answered', 'openOverdue'], excludes: ['openInTime', 'refused', 'withdrawn', 'diverted'],
  },
  {
    id: 'resolutionRate', version: 1, formula: 'reports:formula.resolutionRate',
    numerator: 'resolved', denominator: ['received'], excludes: [],
  },
  {
    id: 'confirmedRate', version: 1, formula: 'reports:formula.confirmedRate',
    numerator: 'confirmed', denominator: ['resolved'], excludes: [],
  },
] as const satisfies readonly Definition[]

export type Rate = { id: RateId; n: number; of: number; rate: number | undefined }

/** A share between 0 and 1; of nothing there is none. */
export const rate = (n: number, of: number): number | undefined => (of > 0 ? n / of : undefined)

export function ratesOf(counts: Counts): Rate[] {
  return rateDefinitions.map(({ id, numerator, denominator }) => {
    const n = counts[numerator]
    const of = denominator.reduce((sum, box) => sum + counts[box], 0)
    return { id, n, of, rate: rate(n, of) }
  })
}

/** Below this a single issue moves a rate by more than ten points: no comparison, no place in an order. */
export const fewest = 10
export const isComparable = ({ of }: Pick<Rate, 'of'>): boolean => of >= fewest

/**
 * Percentages that add up to exactly 100 at this many digits: each is rounded down, and what is missing goes to those
 * that lost most, the earlier first (largest remainder). All zero where there is nothing to share out.
 */
export function shares(parts: readonly number[], digits = 1): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  if (whole <= 0) return parts.map(() => 0)
  const steps = 100 * 10 ** digits
  const floors = parts.map((part) => Math.floor((part * steps) / whole))
  const lost = parts.map((part, index) => ({ index, remainder: (part * steps) % whole }))
  const missing = steps - floors.reduce((sum, floor) => sum + floor, 0)
  lost.sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of lost.slice(0, missing)) floors[index]! += 1
  return floors.map((floor) => floor / 10 ** digits)
}
