import { describe, expect, test } from 'vitest'
import { at, hanoi } from '#tests/support/hanoi-calendar.ts'
import type { Step } from './working-time.ts'
import { addWorkingTime, dueWithPauses } from './working-time.ts'

const lines = (steps: Step[]) =>
  steps.map(({ kind, date, reason }) => [kind, date, reason?.key, ...Object.values(reason?.params ?? {})].join(' '))

describe('why this date', () => {
  test('names every off day and marks the worked Saturday', () => {
    const term = { start: at('2024-04-26 18:05'), amount: 2, unit: 'day', convention: 'A', calendar: hanoi } as const
    expect(lines(addWorkingTime(term).steps)).toEqual([
      'start 2024-04-26 startDayNotCounted 18:05',
      'skipped 2024-04-27 weekend',
      'skipped 2024-04-28 weekend',
      'skipped 2024-04-29 swapOff Nghỉ hoán đổi 30/4',
      'skipped 2024-04-30 holiday Ngày Chiến thắng',
      'skipped 2024-05-01 holiday Quốc tế Lao động',
      'movedToNextWorkingDay 2024-05-02 afterHours 17:00',
      'counted 2024-05-03 workingDay 1',
      'counted 2024-05-04 workedSaturday 2 Làm bù (thứ Bảy)',
      'due 2024-05-04 endOfWorkingDay 17:00',
    ])
  })

  test('counts the start day under convention B, moved off a weekend', () => {
    const term = { start: at('2024-04-07 09:00'), amount: 2, unit: 'day', convention: 'B', calendar: hanoi } as const
    expect(lines(addWorkingTime(term).steps)).toEqual([
      'start 2024-04-07 startDayCounted 09:00',
      'movedToNextWorkingDay 2024-04-08 weekend',
      'counted 2024-04-08 workingDay 1',
      'counted 2024-04-09 workingDay 2',
      'due 2024-04-09 endOfWorkingDay 17:00',
    ])
  })

  test('shows the minutes of each day where time runs', () => {
    const term = { start: at('2024-04-05 15:00'), amount: 4, unit: 'hour', convention: 'A', calendar: hanoi } as const
    expect(lines(addWorkingTime(term).steps)).toEqual([
      'start 2024-04-05 runsFromInstant 15:00',
      'counted 2024-04-05 workingTime 120',
      'skipped 2024-04-06 weekend',
      'skipped 2024-04-07 weekend',
      'counted 2024-04-08 workingTime 120',
      'due 2024-04-08 timeOfDay 10:00',
    ])
  })

  test('shows the pause where it fell, then the days that make up for it and those of the extension', () => {
    const { steps } = dueWithPauses({
      start: at('2024-04-01 09:00'),
      amount: 2,
      unit: 'day',
      convention: 'A',
      calendar: hanoi,
      pauses: [{ from: at('2024-04-03 08:00'), to: at('2024-04-03 12:00') }],
      extensionDays: 1,
    })
    expect(lines(steps)).toEqual([
      'start 2024-04-01 startDayNotCounted 09:00',
      'counted 2024-04-02 workingDay 1',
      'paused 2024-04-03 pause 2024-04-03 2024-04-03 240',
      'counted 2024-04-03 workingDay 2',
      'counted 2024-04-04 pauseDay 3',
      'counted 2024-04-05 extensionDay 4',
      'due 2024-04-05 endOfWorkingDay 17:00',
    ])
  })
})
