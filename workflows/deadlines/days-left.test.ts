import { expect, test } from 'vitest'
import { at, hanoi } from '#tests/support/hanoi-calendar.ts'
import { daysLeft } from './days-left.ts'

const due = at('2024-04-12 17:00')

test.each([
  ['2024-04-10 09:00', 2],
  ['2024-04-11 16:59', 1],
  ['2024-04-12 08:00', 0],
  ['2024-04-12 17:00', 0],
  ['2024-04-06 10:00', 5],
])('at %s there are %i working days left until Friday the 12th', (now, days) => {
  expect(daysLeft(due, at(now), hanoi)).toEqual({ late: false, days })
})

test.each([
  ['2024-04-12 17:01', 0],
  ['2024-04-14 10:00', 0],
  ['2024-04-15 08:30', 1],
  ['2024-04-16 16:00', 2],
  ['2024-04-18 20:00', 3],
])('at %s it is late by %i working days, weekends and the Hung Kings’ day not counted', (now, days) => {
  expect(daysLeft(due, at(now), hanoi)).toEqual({ late: true, days })
})
