import { isBox } from '#workflows/reports/boxes.ts'
import { isCarryColumn } from '#workflows/reports/carry-over.ts'
import { isPart } from '#workflows/reports/parts.ts'
import { isSheetLine } from '#workflows/reports/sheet.ts'
import { namesRealDay } from '#workflows/deadlines/local-day.ts'
import { typedDay } from '#app/ui/typed-day.ts'
import { issueStates, type IssueState } from '#workflows/resolution/states.ts'
import { clean } from '#workflows/text/nfc.ts'
import type { IssueFilter } from '#db/queries/issue-list.ts'
import { readTimeFilter } from './time-filter.ts'

/** Filters as they stand in an address. What is unknown or cannot be text is left out: a list is better than an error. */
export function readFilter(params: URLSearchParams): IssueFilter {
  const text = (name: string, most = 60) => {
    const cleaned = clean(params.get(name)?.trim() ?? '')
    return cleaned.ok && cleaned.text !== '' ? cleaned.text.slice(0, most) : undefined
  }
  const state = text('state')
  const box = text('box')
  const line = text('line')
  const [part, partUnit] = [text('part'), text('partUnit')]
  const conference = text('conference') ?? ''
  const [carriedTo, column, enterprise] = [text('carriedTo') ?? '', text('column'), text('enterprise') ?? '']
  return {
    ...readTimeFilter(params),
    conference: numberOrNone(conference),
    enterprise: numberOrNone(enterprise),
    homeZone: text('homeZone', 200),
    zone: text('zone', 200),
    district: text('district', 200),
    coordinating: text('coordinating'),
    from: dayOf(text('from')),
    to: dayOf(text('to')),
    group: text('group'),
    topic: text('topic'),
    unit: text('unit'),
    units: text('units') === 'now' ? 'now' : undefined,
    state: issueStates.includes(state as IssueState) ? (state as IssueState) : undefined,
    overdue: text('overdue') !== undefined || undefined,
    q: text('q', 200),
    box: isBox(box) ? box : undefined,
    line: isSheetLine(line) ? line : undefined,
    asOf: readAsOf(text('asOf')),
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(text('month') ?? '') ? text('month') : undefined,
    ...(isPart(part) && partUnit !== undefined && { part, partUnit }),
    ...(/^\d{1,15}$/.test(carriedTo) && { carriedTo: Number(carriedTo), column: isCarryColumn(column) ? column : ('carried' as const) }),
  }
}

const numberOrNone = (value: string) => (/^\d{1,15}$/.test(value) ? Number(value) : value === 'none' ? value : undefined)

/** As on paper or yyyy-MM-dd: fields of a GET form come as they were typed. */
function dayOf(typed: string | undefined): string | undefined {
  const day = typedDay(typed) ?? typed
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && readAsOf(day) ? day : undefined
}

/** A date alone is that whole day in Hanoi; an instant is itself. */
export function readAsOf(typed: string | undefined): Date | undefined {
  const value = typedDay(typed) ?? typed
  if (value === undefined || !namesRealDay(value)) return undefined
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T23:59:59.999+07:00` : value)
  const year = at.getUTCFullYear()
  return year >= 1976 && year < 2200 ? at : undefined
}
