import { commitmentBoxes, type CommitmentBox, type CommitmentFilter, type Days } from '#db/queries/commitments.ts'
import { endOfWorkingDay, localDate, type Calendar } from '#workflows/deadlines/calendar.ts'
import { dateOf, dayNumber } from '#workflows/deadlines/local-day.ts'
import { clean } from '#workflows/text/nfc.ts'

/** What of an address asks for; what is unknown in it is left out: a list is better than an error. */
export function readCommitmentFilter(params: URLSearchParams): CommitmentFilter {
  const text = clean(params.get('unit')?.trim() ?? '')
  const conference = params.get('conference') ?? ''
  const state = params.get('state') as CommitmentBox
  return {
    unit: text.ok && text.text ? text.text.slice(0, 60) : undefined,
    conference: /^\d{1,15}$/.test(conference) ? Number(conference) : undefined,
    state: commitmentBoxes.includes(state) ? state : undefined,
  }
}

/** A month as yyyy-MM; the one of `today` where none or an impossible one is asked for. */
export const readMonth = (asked: string | null, today: string): string =>
  /^(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/.test(asked ?? '') ? asked! : today.slice(0, 7)

export const monthAfter = (month: string, by: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

export const daysOf = (month: string): Days => ({
  from: `${month}-01`,
  to: dateOf(dayNumber(`${monthAfter(month, 1)}-01`) - 1),
})

/** What is due before this day is late: a day on which nobody works ends with the next working day, and today at closing time. */
export function firstNotLate(now: Date, calendar: Calendar): string {
  let day = dayNumber(localDate(now, calendar)) + 1
  while (endOfWorkingDay(dateOf(day - 1), calendar) >= now) day -= 1
  return dateOf(day)
}
