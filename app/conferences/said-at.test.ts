import { expect, test } from 'vitest'
import { makeCalendar } from '#workflows/deadlines/calendar.ts'
import { saidAtOf } from './said-at.ts'

const calendar = makeCalendar([])
const now = new Date('2024-04-05T04:00:00.000Z')
const said = (at: string | undefined) => saidAtOf(at, '2024-04-05', now, calendar).toISOString()

test('what the desk wrote down while the network was gone keeps its minute', () => {
  expect(said('2024-04-05T02:31:00.000Z')).toBe('2024-04-05T02:31:00.000Z')
  expect(said('2024-04-05T04:04:59.000Z')).toBe('2024-04-05T04:04:59.000Z')
})

test.each([undefined, '', 'half past nine', '2024-04-05T04:05:01.000Z', '2031-01-01T00:00:00.000Z', '2024-04-04T16:59:59.000Z', '-271821-04-20T00:00:00.000Z'])(
  'a minute that cannot be, %s, gives way to the moment of arrival',
  (at) => expect(said(at)).toBe(now.toISOString()),
)

test('the day of the conference begins in Hanoi', () => {
  expect(said('2024-04-04T17:00:00.000Z')).toBe('2024-04-04T17:00:00.000Z')
})
