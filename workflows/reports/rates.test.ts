import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCounts, boxNames, dispositions, isIn, ladder, marks, noCounts, type Box, type Counts } from './boxes.ts'
import { isComparable, rate, rateDefinitions, ratesOf, shares, type Rate } from './rates.ts'
import { issueStates } from '#workflows/resolution/states.ts'

const percent = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * 1000) / 10)
/** Whoever is counted in the first is counted in the second. */
const parts: [Box, Box][] = [
  ['confirmed', 'resolved'], ['resolved', 'promised'], ['promised', 'answered'], ['answered', 'accepted'],
  ['onTime', 'answered'], ['upward', 'open'], ['paused', 'open'],
]
const issue = fc.record({ state: fc.constantFrom(...issueStates), marks: fc.subarray([...marks]).map((some) => new Set(some)) })

/** How many of what a report says it received are in none of its boxes. */
const missing = (report: Counts) => report.received - dispositions.reduce((sum, box) => sum + report[box], 0)
const rateOf = (id: Rate['id'], counts: Counts) => percent(ratesOf(counts).find((one) => one.id === id)?.rate)

describe('figures that were published', () => {
  const [received, forwarded, answered] = [586, 489, 372]

  test('by the Government Office for 2017 depend on what one divides by', () => {
    expect(percent(rate(answered, forwarded))).toBe(76.1)
    expect(percent(rate(answered, received))).toBe(63.5)
    expect(percent(rate(forwarded, received))).toBe(83.4)
  })

  test('come out as the lower of the two here, whatever became of what was not forwarded', () => {
    for (const rest of [{ open: 117, refused: 97 }, { open: 117, diverted: 97 }, { open: 214 }]) {
      const counts = { ...noCounts(), received, answered, ...rest }
      expect(missing(counts)).toBe(0)
      expect(rateOf('answerRate', counts)).toBe(63.5)
    }
  })

  test('that leave out what was not forwarded do not add up, by as many as were left out', () => {
    expect(missing({ ...noCounts(), received, answered, open: forwarded - answered })).toBe(97)
  })

  test('of whatever issues, counted here, always add up', () => {
    fc.assert(
      fc.property(fc.array(issue, { maxLength: 60 }), (all) => {
        const counts = addCounts(all.map((one) => Object.fromEntries(boxNames.map((box) => [box, Number(isIn(box, one))])) as Counts))
        expect(missing(counts)).toBe(0)
        expect(counts.received).toBe(all.length)
      }),
    )
  })
})

test('at a month’s end the answer rate is low by what has its time still before it, the on-time rate is not', () => {
  const counts = { ...noCounts(), received: 200, answered: 60, onTime: 58, open: 140, openInTime: 138, openOverdue: 2 }
  expect(['answerRate', 'onTimeRate'].map((id) => rateOf(id as Rate['id'], counts))).toEqual([30, 93.5])
})

test('nothing divided by nothing is no rate, not zero and not NaN', () => {
  expect(rate(0, 0)).toBeUndefined()
  expect(ratesOf(noCounts()).map((one) => one.rate)).toEqual([undefined, undefined, undefined, undefined])
})

test('an answer given late and an overdue issue both weigh on the on-time rate, an issue within its term does not', () => {
  const counts = { ...noCounts(), received: 20, answered: 8, onTime: 6, open: 12, openOverdue: 4, openInTime: 8 }
  expect(ratesOf(counts)[1]).toEqual({ id: 'onTimeRate', n: 6, of: 12, rate: 0.5 })
})

test('below ten a rate is shown and not compared', () => {
  expect([9, 10].map((of) => isComparable({ of }))).toEqual([false, true])
})

describe('every issue, whatever its state and marks,', () => {
  test('is received and in exactly one disposition', () => {
    fc.assert(fc.property(issue, (one) => isIn('received', one) && dispositions.filter((box) => isIn(box, one)).length === 1))
  })

  test('is overdue or in time only while it is open, and never both', () => {
    fc.assert(
      fc.property(issue, (one) => isIn('open', one) === (isIn('openOverdue', one) !== isIn('openInTime', one))
        && !(isIn('openOverdue', one) && isIn('openInTime', one))),
    )
  })

  test('climbs the ladder without leaving out a rung that counts', () => {
    fc.assert(fc.property(issue, (one) => parts.every(([inner, outer]) => !isIn(inner, one) || isIn(outer, one))))
  })

  test('stays on the last rung it reached, or was turned away from the first', () => {
    const away: Box[] = ['refused', 'withdrawn', 'diverted']
    fc.assert(
      fc.property(issue, (one) => ladder.every(({ box, stays }, at) => {
        const further = ladder[at + 1]?.box
        const ways: (Box | undefined)[] = [stays, further, ...(at === 0 ? away : [])]
        const taken = ways.filter((way) => way !== undefined && isIn(way, one)).length
        return further === undefined || taken === Number(isIn(box, one))
      })),
    )
  })

  test('is on neither side of a rate that excludes it', () => {
    fc.assert(
      fc.property(issue, fc.constantFrom(...rateDefinitions), (one, { numerator, denominator, excludes }) => {
        const excluded = excludes.some((box) => isIn(box, one))
        const weighed = isIn(numerator, one) || denominator.some((box) => isIn(box, one))
        return !(excluded && weighed) && (excludes.length === 0 || excluded || weighed)
      }),
    )
  })
})

describe('shares', () => {
  test('add up to 100 where plain rounding would not', () => {
    expect(shares([1, 1, 1], 0)).toEqual([34, 33, 33])
    expect(shares([61, 12, 5, 1, 1])).toEqual([76.3, 15, 6.3, 1.2, 1.2])
    expect(shares([0, 0])).toEqual([0, 0])
  })

  test('are never further from the truth than one step, and always 100 together', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0)
        fc.pre(whole > 0)
        const found = shares(parts)
        expect(Math.round(found.reduce((sum, one) => sum + one, 0) * 10)).toBe(1000)
        parts.forEach((part, index) => expect(Math.abs(found[index]! - (100 * part) / whole)).toBeLessThan(0.1))
      }),
    )
  })
})
