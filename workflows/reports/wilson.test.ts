import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compared, wilson } from './wilson.ts'

const of = fc.integer({ min: 1, max: 100_000 })
const share = of.chain((whole) => fc.record({ n: fc.integer({ min: 0, max: whole }), of: fc.constant(whole) }))

// R. G. Newcombe, «Two-sided confidence intervals for the single proportion», Statistics in Medicine 17, 1998, table I
test.each([
  [81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718],
])('%i of %i has the interval that was published', (n, whole, low, high) => {
  const found = wilson(n, whole)!
  expect([found.low, found.high].map((end) => Number(end.toFixed(4)))).toEqual([low, high])
})

test('of nothing there is no interval', () => {
  expect(wilson(0, 0)).toBeUndefined()
})

test('the share itself lies in its interval, which never leaves 0 to 1 and turns round with the share', () => {
  fc.assert(
    fc.property(share, ({ n, of: whole }) => {
      const [found, turned] = [wilson(n, whole)!, wilson(whole - n, whole)!]
      expect(found.low).toBeGreaterThanOrEqual(0)
      expect(found.high).toBeLessThanOrEqual(1)
      expect(found.low).toBeLessThanOrEqual(n / whole + 1e-12)
      expect(found.high).toBeGreaterThanOrEqual(n / whole - 1e-12)
      expect(found.low).toBeCloseTo(1 - turned.high, 9)
    }),
  )
})

test('ten times as many narrow the interval', () => {
  const width = (n: number, whole: number) => wilson(n, whole)!.high - wilson(n, whole)!.low
  expect(width(60, 100)).toBeLessThan(width(6, 10))
})

test('two shares are told apart only where their intervals do not touch, and never below ten', () => {
  expect(compared({ n: 76, of: 100 }, { n: 70, of: 100 })).toBe('alike')
  expect(compared({ n: 760, of: 1000 }, { n: 700, of: 1000 })).toBe('higher')
  expect(compared({ n: 700, of: 1000 }, { n: 760, of: 1000 })).toBe('lower')
  expect(compared({ n: 9, of: 9 }, { n: 0, of: 1000 })).toBe('few')
  expect(compared({ n: 10, of: 10 }, { n: 0, of: 10 })).toBe('higher')
  expect(compared({ n: 0, of: 0 }, { n: 5, of: 50 })).toBe('few')
})

test('a comparison turned round says the opposite', () => {
  const opposite = { few: 'few', alike: 'alike', higher: 'lower', lower: 'higher' } as const
  fc.assert(fc.property(share, share, (a, b) => void expect(compared(a, b)).toBe(opposite[compared(b, a)])))
})
