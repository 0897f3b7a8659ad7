import fc from 'fast-check'
import { expect, test } from 'vitest'
import { icalendar, type DayEntry } from './icalendar.ts'

const stamp = new Date('2026-11-22T05:00:00.123Z')
const entry = (of: Partial<DayEntry> = {}): DayEntry =>
  ({ uid: 'commitment-1@doi-thoai', day: '2026-12-31', changed: 0, summary: 'Cấp giấy', description: 'Sở', url: 'https://x.vn/issues/KN26-1', ...of })

/** What a calendar program does with it: lines put together again, text unescaped. Written from RFC 5545, not from ours. */
function readBack(ics: string) {
  const lines = ics.replace(/\r\n[ \t]/g, '').split('\r\n')
  const properties = lines.filter(Boolean).map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).replace(/\\([\\;,nN])/g, (_, char: string) => (/n/i.test(char) ? '\n' : char))] as const
  })
  return { properties, of: (name: string) => properties.filter(([key]) => key === name).map(([, value]) => value) }
}

test('any text comes back as it was, and cannot begin a property of its own', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 }).map((one) => one.replace(/(?!\n)\p{Cc}|[\u2028\u2029]/gu, ''))
  fc.assert(fc.property(text, fc.boolean(), (words, evil) => {
    const summary = evil ? `${words}\nBEGIN:VEVENT\n;,\\ Đường dẫn ắằẳẵặ ${words}` : words
    const ics = icalendar({ name: 'Cam kết', stamp, entries: [entry({ summary, description: summary })] })
    const read = readBack(ics)
    expect(read.of('SUMMARY')).toEqual([summary])
    expect(read.of('DESCRIPTION')).toEqual([summary])
    expect(read.of('BEGIN')).toEqual(['VCALENDAR', 'VEVENT'])
  }))
})

test('no line is longer than 75 octets, every line ends with CRLF, and no letter is cut in two', () => {
  const summary = 'Bồi thường, hỗ trợ, tái định cư – giải phóng mặt bằng 😀 '.repeat(9)
  const ics = icalendar({ name: summary, stamp, entries: [entry({ summary })] })
  const bytes = Buffer.from(ics)
  const lines = ics.split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(lines.some((line) => Buffer.byteLength(line) > 72)).toBe(true)
  expect(bytes.toString('utf8')).toBe(ics)
  expect(ics).not.toContain('\ufffd')
})

test('a day is a whole day, also the last of a year, and one that moved says how often', () => {
  const read = readBack(icalendar({ name: 'x', stamp, entries: [entry(), entry({ day: '2028-02-28', changed: 2 })] }))
  expect(read.of('DTSTART;VALUE=DATE')).toEqual(['20261231', '20280228'])
  expect(read.of('DTEND;VALUE=DATE')).toEqual(['20270101', '20280229'])
  expect(read.of('SEQUENCE')).toEqual(['0', '2'])
  expect(read.of('DTSTAMP')[0]).toBe('20261122T050000Z')
})
