import type { Language } from '#app/i18n/instance.ts'

const zone = 'Asia/Ho_Chi_Minh'
const locale = (language: Language) => (language === 'vi' ? 'vi-VN' : 'en-GB')

function memo<T>(make: (language: Language, digits: number) => T) {
  const made = new Map<string, T>()
  return (language: Language, digits = 0) => {
    const key = `${language}${digits}`
    const found = made.get(key) ?? make(language, digits)
    made.set(key, found)
    return found
  }
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const months = memo((language) => new Intl.DateTimeFormat(locale(language), { timeZone: zone, month: 'long', year: 'numeric' }))
const weekdays = memo((language) => new Intl.DateTimeFormat(locale(language), { timeZone: zone, weekday: 'long' }))
const shortWeekdays = memo((language) => new Intl.DateTimeFormat(locale(language), { timeZone: zone, weekday: language === 'vi' ? 'narrow' : 'short' }))
const numbers = memo((language, digits) => {
  const range = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(language === 'vi' ? 'de-DE' : 'en-GB', range)
})

/** A moment, or a date alone as yyyy-MM-dd, which is a day here and not a moment. */
export type When = Date | string | number

/** «05/04/2024, 17:00»; a date alone is the beginning of its day. */
const onTheClock = (when: When) =>
  typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when) ? `${when.split('-').reverse().join('/')}, 00:00` : clock.format(new Date(when))

/** dd/MM/yyyy in both languages: every paper that belongs to an issue writes it so. */
export function formatDate(when: When): string {
  return onTheClock(when).slice(0, -7)
}

export function formatTime(when: When): string {
  return onTheClock(when).slice(-5)
}

/** 17:00 05/04/2024, the order in which Vietnamese papers write it. */
export function formatDateTime(when: When): string {
  const [date, time] = onTheClock(when).split(', ')
  return `${time} ${date}`
}

const noon = (when: When) => (typeof when === 'string' && when.length === 10 ? new Date(`${when}T12:00:00+07:00`) : new Date(when))

export function formatMonth(when: When, language: Language): string {
  return months(language).format(noon(when))
}

export function formatWeekday(when: When, language: Language): string {
  return weekdays(language).format(noon(when))
}

/** T2 … CN, Mon … Sun. */
export function formatShortWeekday(when: When, language: Language): string {
  return shortWeekdays(language).format(noon(when))
}

/** 1.234.567,89 in Vietnamese, 1,234,567.89 in English. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  return numbers(language, digits).format(value)
}

/** A share as a percentage with one digit; without a denominator there is no rate, and a dash says so. */
export function formatRate(part: number, whole: number, language: Language, digits = 1): string {
  if (whole === 0) return '–'
  return `${formatNumber((100 * part) / whole, language, digits)}${language === 'vi' ? '\u00a0' : ''}%`
}
