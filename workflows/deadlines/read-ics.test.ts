import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIcs } from './read-ics.ts'

const file = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n')

describe('a calendar file', () => {
  test('gives its all-day events as days, in order, the end excluded', () => {
    const read = readIcs(file(
      ['DTSTART;VALUE=DATE:20270902', 'DTEND;VALUE=DATE:20270904', 'SUMMARY:Quốc khánh'],
      ['DTSTART;VALUE=DATE:20270101', 'SUMMARY;LANGUAGE=vi:Tết Dương lịch\\, năm mới'],
    ))
    expect(read).toEqual({ ok: true, days: [
      { date: '2027-01-01', kind: 'holiday', name: 'Tết Dương lịch, năm mới' },
      { date: '2027-09-02', kind: 'holiday', name: 'Quốc khánh' },
      { date: '2027-09-03', kind: 'holiday', name: 'Quốc khánh' },
    ] })
  })

  test('has its folded lines joined and its names brought to NFC', () => {
    const read = readIcs(file(['DTSTART;VALUE=DATE:20270430', `SUMMARY:Ngày Chiến${'\r\n'} thắng`.normalize('NFD')]))
    expect(read).toMatchObject({ ok: true, days: [{ name: 'Ngày Chiếnthắng'.normalize('NFC') }] })
  })

  test('is guessed at for swapped and worked days, a worked day only on a weekend', () => {
    const read = readIcs(file(
      ['DTSTART;VALUE=DATE:20250502', 'SUMMARY:Nghỉ hoán đổi'],
      ['DTSTART;VALUE=DATE:20250426', 'SUMMARY:Làm bù cho 02/05'],
      ['DTSTART;VALUE=DATE:20250428', 'SUMMARY:Làm bù'],
    ))
    expect(read.ok && read.days.map(({ date, kind }) => [date, kind])).toEqual([
      ['2025-04-26', 'workday'], ['2025-04-28', 'holiday'], ['2025-05-02', 'swap_off'],
    ])
  })

  test('passes over meetings, which have a time of day', () => {
    expect(readIcs(file(['DTSTART:20270105T080000Z', 'SUMMARY:Họp']))).toEqual({ ok: false, trouble: { key: 'noDays', params: {} } })
  })
})

test.each([
  ['no calendar at all', 'PK\u0003\u0004 một tệp nén', 'notCalendar'],
  ['a date that does not exist', file(['DTSTART;VALUE=DATE:20270231', 'SUMMARY:Ngày lạ']), 'badDate'],
  ['a year out of all reckoning', file(['DTSTART;VALUE=DATE:99991231', 'SUMMARY:Xa']), 'badDate'],
  ['an end before its beginning', file(['DTSTART;VALUE=DATE:20270105', 'DTEND;VALUE=DATE:20270101']), 'badDate'],
  ['an event as long as a year', file(['DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20280101']), 'tooLong'],
  ['an event without end', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101\n', 'unclosed'],
  ['an event within an event', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VEVENT\n', 'unclosed'],
  ['more events than a calendar has days', file(...Array.from({ length: 501 }, () => ['DTSTART;VALUE=DATE:20270101'])), 'tooMany'],
  ['more text than any calendar', `BEGIN:VCALENDAR\n${'x'.repeat(600_000)}`, 'tooLarge'],
])('a file with %s is answered in words', (_, text, key) => {
  expect(readIcs(text)).toMatchObject({ ok: false, trouble: { key } })
})

test('no text whatever makes the reader throw, and every day it gives exists and has a name', () => {
  const piece = fc.constantFrom('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT', 'DTSTART;VALUE=DATE:20270101', 'DTEND:20270103', 'SUMMARY:Tết', ' nối', 'DTSTART:', '\u0000', ':;:')
  const texts = fc.oneof(fc.string(), fc.array(fc.oneof(piece, fc.string())).map((lines) => lines.join('\n')))
  fc.assert(fc.property(texts, (text) => {
    const read = readIcs(text)
    if (!read.ok) return
    for (const { date, name } of read.days) {
      expect(new Date(date).toISOString().slice(0, 10)).toBe(date)
      expect(name.length).toBeGreaterThan(0)
    }
  }))
})
