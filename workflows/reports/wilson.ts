import { fewest } from './rates.ts'

/** What is counted of how many. */
export type Share = { n: number; of: number }

/** The 97.5th percentile of the normal distribution: 2.5 % are left out on either side. */
const z = 1.959963984540054

/**
 * The shares between which the one behind an observed `n` of `of` lies, at 95 % (E. B. Wilson, «Probable Inference, the
 * Law of Succession, and Statistical Inference», Journal of the American Statistical Association 22, 1927, 209–212). It
 * stays between 0 and 1 and says something of 0 of 20 too. Of nothing there is none.
 */
export function wilson(n: number, of: number): { low: number; high: number } | undefined {
  if (of <= 0) return undefined
  const [p, zz] = [n / of, z * z]
  const middle = p + zz / (2 * of)
  const half = z * Math.sqrt((p * (1 - p)) / of + zz / (4 * of * of))
  const whole = 1 + zz / of
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) }
}

/** `few`: one of the two stands on fewer than ten; `alike`: their intervals overlap, so chance alone may make the difference. */
export type Verdict = 'few' | 'alike' | 'higher' | 'lower'

/** Whether a share is clearly another than the one before. Cautious: intervals that touch may still hide a difference. */
export function compared(now: Share, before: Share): Verdict {
  const [a, b] = [wilson(now.n, now.of), wilson(before.n, before.of)]
  if (!a || !b || Math.min(now.of, before.of) < fewest) return 'few'
  if (a.low > b.high) return 'higher'
  return a.high < b.low ? 'lower' : 'alike'
}
