import type { CalendarDay } from './calendar.ts'
import { dateOf, dayNumber, isWeekend } from './local-day.ts'

export type ProposedDay = CalendarDay

/** What is wrong with a calendar file; `line` counts from 1. */
type IcsTrouble = { key: 'notCalendar' | 'noDays' | 'tooLarge' | 'tooMany' | 'badDate' | 'tooLong' | 'unclosed'; params: Record<string, number | string> }
type IcsRead = { ok: true; days: ProposedDay[] } | { ok: false; trouble: IcsTrouble }

const most = { characters: 500_000, events: 500, days: 15, years: [1990, 2150] } as const

const wrong = (key: IcsTrouble['key'], params: IcsTrouble['params'] = {}): IcsRead => ({ ok: false, trouble: { key, params } })

/**
 * The all-day events of an iCalendar file (RFC 5545) as days a person may take over. Deliberately narrow: DTSTART as a
 * date, DTEND as a date (exclusive) and SUMMARY of each VEVENT are read; times, repetitions and everything else are not.
 * Any text gives an answer: days, or what is wrong and where.
 */
export function readIcs(text: string): IcsRead {
  if (text.length > most.characters) return wrong('tooLarge', { most: most.characters })
  const lines = unfold(text)
  if (!lines.some(({ words }) => /^BEGIN:VCALENDAR\s*$/i.test(words))) return wrong('notCalendar')
  const events = eventsIn(lines)
  if (!Array.isArray(events)) return events
  if (events.length > most.events) return wrong('tooMany', { most: most.events })
  const days = new Map<string, ProposedDay>()
  for (const event of events) {
    const read = daysOf(event)
    if (!Array.isArray(read)) return read
    for (const day of read) days.set(`${day.date} ${day.name}`, day)
  }
  if (days.size === 0) return wrong('noDays')
  return { ok: true, days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

type Line = { words: string; at: number }
type Event = { at: number; start?: string; end?: string; summary: string }

/** A line that begins with a space or a tab goes on with the one before. */
function unfold(text: string): Line[] {
  const lines: Line[] = []
  for (const [index, words] of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1)
    if (last && /^[ \t]/.test(words)) last.words += words.slice(1)
    else lines.push({ words, at: index + 1 })
  }
  return lines
}

function eventsIn(lines: readonly Line[]): Event[] | IcsRead {
  const events: Event[] = []
  let open: Event | undefined
  for (const { words, at } of lines) {
    const [, name = '', value = ''] = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(words) ?? []
    const property = `${name.toUpperCase()}${name.toUpperCase() === 'BEGIN' || name.toUpperCase() === 'END' ? `:${value.trim().toUpperCase()}` : ''}`
    if (property === 'BEGIN:VEVENT') {
      if (open) return wrong('unclosed', { line: open.at })
      open = { at, summary: '' }
    } else if (property === 'END:VEVENT') {
      if (open) events.push(open)
      open = undefined
    } else if (open && property === 'DTSTART') open.start ??= value.trim()
    else if (open && property === 'DTEND') open.end ??= value.trim()
    else if (open && property === 'SUMMARY') open.summary ||= plain(value)
  }
  return open ? wrong('unclosed', { line: open.at }) : events
}

const plain = (value: string) =>
  value.replace(/\\n/gi, ' ').replace(/\\([,;\\])/g, '$1').replace(/\p{Cc}/gu, ' ').replace(/\s+/g, ' ').trim().normalize('NFC').slice(0, 200)

/** An event with a time of day is a meeting, not a day off: it is passed over. */
function daysOf({ at, start, end, summary }: Event): ProposedDay[] | IcsRead {
  if (start !== undefined && /^\d{8}T/.test(start)) return []
  const first = dayOf(start)
  const after = end === undefined ? (first ?? 0) + 1 : dayOf(end)
  if (first === undefined || after === undefined || after <= first) return wrong('badDate', { line: at })
  if (after - first > most.days) return wrong('tooLong', { line: at, most: most.days })
  return Array.from({ length: after - first }, (_, index) => first + index)
    .map((day) => ({ date: dateOf(day), kind: kindOf(summary, day), name: summary || '–' }))
}

function dayOf(value: string | undefined): number | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(value ?? '') ?? []
  if (!year || Number(year) < most.years[0] || Number(year) > most.years[1]) return undefined
  try {
    return dayNumber(`${year}-${month}-${day}`)
  } catch {
    return undefined
  }
}

/** What the words say, as a guess that the person confirms: a worked day only makes sense on a weekend. */
function kindOf(summary: string, day: number): ProposedDay['kind'] {
  const words = summary.toLowerCase()
  if (/làm bù|làm việc bù|working day/.test(words) && isWeekend(day)) return 'workday'
  return /hoán đổi|nghỉ bù|swap|in lieu/.test(words) ? 'swap_off' : 'holiday'
}
