import { expect, test } from 'vitest'
import { makeCalendar } from './calendar.ts'
import { recount, type RunningClock } from './recount.ts'

const at = (text: string) => new Date(`${text}:00+07:00`)
const plain = makeCalendar([])
const withDayOff = makeCalendar([{ date: '2026-03-11', kind: 'holiday', name: 'Nghỉ' }])

/** Ten working days from Monday 2 March 2026. */
const answer: RunningClock = {
  id: 1, clock: 'answer', unit: null, policyCode: 'answer.simple', startedAt: at('2026-03-02T09:00'), amount: 10, amountUnit: 'day', convention: 'A',
  extensionDays: 0, firstDueAt: at('2026-03-16T17:00'), dueAt: at('2026-03-16T17:00'),
}
const enterprise: RunningClock = {
  ...answer, id: 2, clock: 'enterprise', policyCode: 'enterprise', startedAt: at('2026-03-05T17:00'), firstDueAt: at('2026-03-19T17:00'), dueAt: at('2026-03-19T17:00'),
}
const of = (clocks: RunningClock[], pauses: { from: Date; to: Date; lasting: boolean }[] = []) => ({ deadlineClass: 'simple' as const, clocks, pauses })
const told = (moved: ReturnType<typeof recount>) => moved.map(({ clock, dueOn }) => [clock.clock, dueOn])

test('a day off moves a clock that runs over it, and one that ended before it stands', () => {
  expect(told(recount(of([answer]), { now: plain, next: withDayOff }))).toEqual([['answer', '2026-03-17']])
  const early = { ...answer, amount: 5, dueAt: at('2026-03-09T17:00') }
  expect(recount(of([early]), { now: plain, next: withDayOff })).toEqual([])
})

test('in mid-pause the bound moves first, and the answer with it', () => {
  const pause = { from: at('2026-03-05T17:00'), to: enterprise.dueAt, lasting: true }
  const paused = { ...answer, dueAt: at('2026-03-30T17:00') }
  expect(told(recount(of([paused, enterprise], [pause]), { now: plain, next: withDayOff }))).toEqual([['answer', '2026-03-31'], ['enterprise', '2026-03-20']])
  const over = { from: at('2026-03-05T17:00'), to: at('2026-03-19T17:00'), lasting: false }
  expect(told(recount(of([paused], [over]), { now: plain, next: withDayOff }))).toEqual([])
})

test('a date that a person set stands, unless nobody works on that day any more', () => {
  const chosen: RunningClock = { ...answer, clock: 'opinion', unit: 'STC', policyCode: 'opinion.dueOn', firstDueAt: at('2026-03-11T17:00'), dueAt: at('2026-03-11T17:00') }
  expect(told(recount(of([chosen]), { now: plain, next: withDayOff }))).toEqual([['opinion', '2026-03-12']])
  expect(recount(of([{ ...chosen, firstDueAt: at('2026-03-12T17:00'), dueAt: at('2026-03-12T17:00') }]), { now: plain, next: withDayOff })).toEqual([])
  expect(recount(of([{ ...answer, dueAt: at('2026-03-20T17:00') }]), { now: plain, next: withDayOff })).toEqual([])
})

test('new terms are counted from the clock’s own start and reach only the clocks they name', () => {
  const terms = { policyCode: 'answer.simple', amount: 7, amountUnit: 'day' as const, convention: 'A' as const }
  const change = { now: plain, next: plain, termsOf: (clock: string) => (clock === 'answer' ? terms : undefined) }
  const moved = recount(of([answer, enterprise]), change)
  expect(told(moved)).toEqual([['answer', '2026-03-11']])
  expect(moved[0]?.terms).toEqual(terms)
})
