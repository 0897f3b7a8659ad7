/** An all-day entry of a calendar. `changed` grows with every change of its day, so that other calendars take the newest. */
export type DayEntry = { uid: string; day: string; changed: number; summary: string; description: string; url: string }
type Of = { name: string; stamp: Date; entries: DayEntry[] }

/**
 * A calendar as RFC 5545 wants it: CRLF, no line beyond 75 octets, text escaped. Written by hand because all it needs is
 * this much; the libraries bring time zones, alarms and recurrence along.
 */
export const icalendar = ({ name, stamp, entries }: Of): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Doi Thoai//Commitments//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap((entry) => eventOf(entry, stamp)),
    'END:VCALENDAR',
  ].map((line) => `${folded(line)}\r\n`).join('')

const eventOf = ({ uid, day, changed, summary, description, url }: DayEntry, stamp: Date) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
  `SEQUENCE:${changed}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  `URL:${url}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const compact = (day: string) => day.replaceAll('-', '')
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Also against a text that would begin a line, and so a property, of its own. */
const escaped = (text: string) =>
  text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n').replace(/\p{Cc}/gu, ' ')

/** Folded between characters: a line may not be longer than 75 octets, and a letter of Vietnamese takes up to three. */
function folded(line: string): string {
  const lines: string[] = []
  let here = ''
  let octets = 0
  for (const char of line) {
    const size = Buffer.byteLength(char)
    if (octets + size > 75) {
      lines.push(here)
      here = ' '
      octets = 1
    }
    here += char
    octets += size
  }
  return [...lines, here].join('\r\n')
}
