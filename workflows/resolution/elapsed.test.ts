import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCalendar } from '#workflows/deadlines/calendar.ts'
import { workingTimeBetween } from '#workflows/deadlines/working-time.ts'
import { advance } from './advance.ts'
import type { By } from './actor.ts'
import { elapsedByParty, sumsByHolder } from './elapsed.ts'
import type { Move, Position } from './facts.ts'
import { moveNames, type MoveName } from './moves.ts'
import type { StoredEvent } from './replay.ts'
import { a, facts, make } from './sample-moves.ts'

const calendar = makeCalendar([
  { date: '2024-04-18', kind: 'holiday', name: 'Giỗ Tổ' },
  { date: '2024-04-29', kind: 'swap_off', name: 'Hoán đổi' },
  { date: '2024-04-30', kind: 'holiday', name: 'Ngày Chiến thắng' },
  { date: '2024-05-04', kind: 'workday', name: 'Làm bù' },
])
const start = Date.parse('2024-04-08T03:17:21.345Z')
const cast: By[] = [
  a('enterprise', null, 20), a('secretary', 'VPUB', 10), a('coordinator', 'VPUB', 11), a('officer', 'STNMT', 1),
  a('head', 'STNMT', 2), a('officer', 'STC', 5), a('leader', 'VPUB', 12), a('system'),
]

/** A log lived by real moves: each entry makes one of the moves open then, so much later than the one before. */
function lived(plan: readonly { pick: number; after: number }[]): StoredEvent[] {
  let position: Position = { state: 'received', facts: facts() }
  let at = start
  const log: StoredEvent[] = [receipt]
  for (const { pick, after } of plan) {
    at += after
    const instant = new Date(at).toISOString()
    const open = moveNames.flatMap((name) => cast.map((by) => make(name, by, instant))).flatMap((move) => advance(position, move).ok ? [move] : [])
    const move = open[pick % open.length]
    if (!move) break
    const step = advance(position, move)
    if (!step.ok) break
    log.push(stored(move, position, step.to))
    position = step.to
  }
  return JSON.parse(JSON.stringify(log)) as StoredEvent[]
}

const receipt: StoredEvent = {
  move: 'receive', from: null, to: 'received', at: new Date(start).toISOString(), personId: null, role: 'system', unit: null,
  payload: { enterpriseId: 7, associationId: null },
}

function stored({ type, by, at, ...payload }: Move, from: Position, to: Position): StoredEvent {
  const { personId, role, unit, enterpriseId, associationId } = by
  return { move: type, from: from.state, to: to.state, at, personId, role, unit, payload: { ...payload, enterpriseId, associationId } }
}

const walks = fc.array(
  fc.record({ pick: fc.nat(10_000), after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 * 86_400_000 })) }),
  { minLength: 1, maxLength: 14 },
)

test('whatever happens to an issue, the time of its holders touches, never overlaps and sums to the working time in all', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(walks, fc.integer({ min: 0, max: 30 * 86_400_000 }), (plan, waited) => {
      const log = lived(plan)
      const now = new Date(Date.parse(log.at(-1)!.at) + waited)
      const elapsed = elapsedByParty(log, calendar, now)!
      const end = elapsed.ended ? new Date(log.at(-1)!.at) : now
      const total = workingTimeBetween(new Date(start), end, calendar)
      let reached = new Date(start)
      for (const { from, to } of elapsed.intervals) {
        expect(from).toEqual(reached)
        expect(to > from).toBe(true)
        reached = to
      }
      if (elapsed.intervals.length > 0) expect(reached).toEqual(end)
      const apart = elapsed.intervals.reduce((sum, { from, to }) => sum + workingTimeBetween(from, to, calendar), 0)
      expect(apart).toBe(total)
      expect(elapsed.workingMinutes).toBe(Math.floor(total / 60_000))
      expect(elapsed.intervals.reduce((sum, one) => sum + one.workingMinutes, 0)).toBe(elapsed.workingMinutes)
      expect(sumsByHolder(elapsed.intervals).reduce((sum, one) => sum + one.workingMinutes, 0)).toBe(elapsed.workingMinutes)
    }),
    { numRuns: 120 },
  )
})

const day = (date: string, time = '08:00') => new Date(`${date}T${time}:00+07:00`).toISOString()

type Told = MoveName | ({ type: MoveName } & Record<string, unknown>)

/** What each holder had, in working hours, of a log made of those moves at those times. */
function hoursOf(moves: [Told, By, string][], now: string) {
  let position: Position = { state: 'received', facts: facts() }
  const log: StoredEvent[] = [{ ...receipt, at: day('2024-04-08') }]
  for (const [what, by, at] of moves) {
    const move = Object.assign(make(typeof what === 'string' ? what : what.type, by, at), what instanceof Object ? what : {})
    const step = advance(position, move)
    if (!step.ok) throw new Error(`${move.type} is refused in ${position.state}`)
    log.push(stored(move, position, step.to))
    position = step.to
  }
  const elapsed = elapsedByParty(JSON.parse(JSON.stringify(log)) as StoredEvent[], calendar, new Date(now))!
  return elapsed.intervals.map(({ party, unit, workingMinutes }) => [party, unit, workingMinutes / 60])
}

const [office, officer, head, asked, leader, filer] = [
  a('coordinator', 'VPUB', 11), a('officer', 'STNMT', 1), a('head', 'STNMT', 2), a('officer', 'STC', 5), a('leader', 'VPUB', 12), a('enterprise', null, 20),
]

describe('a working day of eight hours each', () => {
  test('goes to the office, the lead, the enterprise that is asked, the approver and the leader in turn', () => {
    expect(hoursOf([
      [{ type: 'route', needsLeader: true }, office, day('2024-04-09')],
      ['accept', officer, day('2024-04-10')],
      ['askEnterprise', officer, day('2024-04-11')],
      ['supply', filer, day('2024-04-12')],
      ['submitAnswer', officer, day('2024-04-15')],
      ['approve', head, day('2024-04-16')],
      ['approve', leader, day('2024-04-17')],
    ], day('2024-04-19'))).toEqual([
      ['office', null, 8], ['lead', 'STNMT', 16], ['enterprise', null, 8], ['lead', 'STNMT', 8], ['approver', 'STNMT', 8],
      ['approver', null, 8], ['enterprise', null, 8],
    ])
  })

  test('goes to the unit asked first while several opinions are open, then to the next that is silent, then to the lead again', () => {
    expect(hoursOf([
      ['route', office, day('2024-04-08')],
      ['accept', officer, day('2024-04-08')],
      [{ type: 'requestOpinion', units: ['STC'] }, officer, day('2024-04-09')],
      [{ type: 'requestOpinion', units: ['SXD'] }, officer, day('2024-04-10')],
      ['giveOpinion', asked, day('2024-04-12')],
      ['giveOpinion', a('officer', 'SXD', 6), day('2024-04-16')],
    ], day('2024-04-17'))).toEqual([['lead', 'STNMT', 8], ['coordinating', 'STC', 24], ['coordinating', 'SXD', 16], ['lead', 'STNMT', 8]])
  })

  test('goes above the city while a letter is out, and to nobody between the end and a reopening', () => {
    expect(hoursOf([
      ['route', office, day('2024-04-08')],
      ['accept', officer, day('2024-04-08')],
      ['escalateUpward', officer, day('2024-04-09')],
      ['upwardAnswered', officer, day('2024-04-11')],
      ['submitAnswer', officer, day('2024-04-11')],
      ['approve', head, day('2024-04-11')],
      ['fulfil', officer, day('2024-04-11')],
      ['confirmSolved', filer, day('2024-04-12')],
      ['reopen', filer, day('2024-04-15')],
    ], day('2024-04-16'))).toEqual([
      ['lead', 'STNMT', 8], ['upward', null, 16], ['enterprise', null, 8], ['nobody', null, 8], ['lead', 'STNMT', 8],
    ])
  })
})

test('a log that was tampered with is not measured', () => {
  const log = lived([{ pick: 3, after: 1000 }])
  expect(elapsedByParty(log, calendar, new Date(start + 5000))).toBeDefined()
  expect(elapsedByParty([...log, { ...receipt, move: 'approve', to: 'answered' }], calendar, new Date(start + 5000))).toBeUndefined()
})
