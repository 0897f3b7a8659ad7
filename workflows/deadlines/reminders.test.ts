import { expect, test } from 'vitest'
import { at, hanoi } from '#tests/support/hanoi-calendar.ts'
import { isOfficeTime, ladders, mayRemind, nextMorning, remindedClocks, reminderMoments, reminderNow, stages, type RemindedClock, type Running } from './reminders.ts'
import { addWorkingTime } from './working-time.ts'

const local = (instant: Date) => new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

function running(clock: RemindedClock, start: string, amount: number, unit: Running['unit'] = 'day'): Running {
  const startedAt = at(start)
  return { clock, startedAt, unit, dueAt: addWorkingTime({ start: startedAt, amount, unit, convention: 'A', calendar: hanoi }).due }
}
const told = (clock: Running) => Object.fromEntries(reminderMoments(clock, hanoi).map((one) => [one.stage, local(one.at)]))

test('ten working days are told at half, the day before, on the day, and three and ten days after, each at an opening', () => {
  expect(told(running('answer', '2024-05-06 09:00', 10))).toEqual({
    half: '2024-05-14 08:00', dayBefore: '2024-05-17 08:00', due: '2024-05-20 08:00', late3: '2024-05-23 08:00', late10: '2024-06-03 08:00',
  })
})

test('one day to accept is told on that day and after it, since before it there is no morning', () => {
  expect(Object.keys(told(running('accept', '2024-05-06 10:00', 1)))).toEqual(['due', 'late3', 'late10'])
  expect(told(running('accept', '2024-05-06 10:00', 1)).due).toBe('2024-05-07 08:00')
})

test('Tết 2025 and the worked Saturday after 30 April are counted like everywhere else', () => {
  expect(told(running('answer', '2025-01-20 09:00', 10))).toEqual({
    half: '2025-02-04 08:00', dayBefore: '2025-02-07 08:00', due: '2025-02-10 08:00', late3: '2025-02-13 08:00', late10: '2025-02-24 08:00',
  })
  // Saturday 26 April 2025 is worked for Friday 2 May
  expect(told(running('opinion', '2025-04-22 09:00', 5))).toMatchObject({ dayBefore: '2025-04-26 08:00', due: '2025-04-28 08:00', late3: '2025-05-06 08:00' })
})

test('a clock of hours is told to the minute, and what ends at closing time at the next opening', () => {
  expect(told(running('accept', '2024-05-06 08:00', 4, 'hour'))).toMatchObject({ half: '2024-05-06 10:00', due: '2024-05-06 13:00' })
  expect(told(running('accept', '2024-05-06 10:00', 16, 'hour'))).toMatchObject({ dayBefore: '2024-05-07 10:00', due: '2024-05-08 10:00' })
  expect(told(running('accept', '2024-05-06 10:00', 20, 'hour'))).toMatchObject({ half: '2024-05-07 13:00', dayBefore: '2024-05-07 15:00', due: '2024-05-08 15:00' })
  expect(told(running('accept', '2024-05-06 08:00', 8, 'hour')).due).toBe('2024-05-07 08:00')
})

test('whoever heard a stage hears the next one too, with one rung more from the date on', () => {
  const climb = (clock: RemindedClock) => stages.map((stage) => ladders[clock][stage]?.join(' ') ?? '')
  const up = ['officer', 'officer', 'officer head', 'officer head office', 'officer head office leader']
  expect(Object.fromEntries(remindedClocks.map((clock) => [clock, climb(clock)]))).toEqual({
    accept: up, answer: up, opinion: up, commitment: up,
    approval: ['approver', 'approver', 'approver', 'approver office', 'approver office leader'],
    enterprise: ['filer', 'filer', 'filer', '', ''],
    forward: ['office', 'office', 'office', 'office', 'office leader'],
    directive: ['', 'head', 'head', 'head office', 'head office leader'],
  })
})

test('nobody is reminded of what waits for others', () => {
  expect(mayRemind('answer', 'inProgress')).toBe(true)
  expect(mayRemind('answer', 'awaitingEnterprise')).toBe(false)
  expect(mayRemind('answer', 'escalatedUpward')).toBe(false)
  expect(mayRemind('enterprise', 'awaitingEnterprise')).toBe(true)
  expect(mayRemind('commitment', 'resolved')).toBe(false)
  expect(mayRemind('answer', null)).toBe(false)
  expect(mayRemind('directive', null)).toBe(true)
})

const answer = running('answer', '2024-05-06 09:00', 10)
const now = (time: string, sent: Parameters<typeof reminderNow>[2] = []) => reminderNow(reminderMoments(answer, hanoi), at(time), sent)

test('each stage is said once, and the next look is at the next one', () => {
  expect(now('2024-05-14 07:59')).toEqual({ next: at('2024-05-14 08:00') })
  expect(now('2024-05-14 08:00')).toEqual({ stage: 'half', next: at('2024-05-17 08:00') })
  expect(now('2024-05-14 08:01', [{ stage: 'half', at: at('2024-05-14 08:00') }])).toEqual({ next: at('2024-05-17 08:00') })
  expect(now('2024-07-01 08:00', [{ stage: 'late10', at: at('2024-06-03 08:00') }])).toEqual({ next: null })
})

test('after days in which nobody looked the latest stage is said, and the earlier ones are not', () => {
  expect(now('2024-05-21 08:00')).toEqual({ stage: 'due', next: at('2024-05-23 08:00') })
  expect(now('2024-07-01 08:00')).toEqual({ stage: 'late10', next: null })
})

test('a date that moved is reminded of anew, but not of its half', () => {
  expect(now('2024-05-14 09:00', [{ stage: 'half', at: at('2024-05-10 08:00') }])).toEqual({ next: at('2024-05-17 08:00') })
  expect(now('2024-05-20 08:00', [{ stage: 'late3', at: at('2024-05-15 08:00') }])).toMatchObject({ stage: 'due' })
  expect(now('2024-05-20 09:00', [{ stage: 'due', at: at('2024-05-20 08:30') }])).toEqual({ next: at('2024-05-23 08:00') })
})

test('office time follows the calendar: lunch, evenings, weekends and Tết are not, a worked Saturday is', () => {
  const open = ['2025-04-26 09:00', '2024-05-04 09:00', '2024-05-06 08:00', '2024-05-06 16:59']
  const shut = ['2024-05-06 07:59', '2024-05-06 12:30', '2024-05-06 17:00', '2024-05-05 09:00', '2025-01-29 09:00', '2025-05-02 09:00']
  expect(open.filter((time) => !isOfficeTime(at(time), hanoi))).toEqual([])
  expect(shut.filter((time) => isOfficeTime(at(time), hanoi))).toEqual([])
  expect(nextMorning(at('2025-01-24 09:00'), hanoi)).toEqual(at('2025-02-03 08:00'))
})
