/** How the number of a cell is shown, as far as an annex needs it. */
export type NumberFormat = { kind: 'general' } | { kind: 'date'; time: boolean } | { kind: 'zeros'; width: number }

const general: NumberFormat = { kind: 'general' }

/** From the built-in format id, or from the code of a custom format (ECMA-376, 18.8.30). */
export function numberFormat(id: number, code?: string): NumberFormat {
  if (code === undefined) {
    const time = (id >= 18 && id <= 22) || (id >= 45 && id <= 47)
    const date = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    return time || date ? { kind: 'date', time } : general
  }
  if (/^0{2,}$/.test(code)) return { kind: 'zeros', width: code.length }
  const bare = code.replace(/\[[^\]]*\]|"[^"]*"|\\.|_./g, '')
  if (/general/i.test(bare) || !/[dmyhs]/i.test(bare)) return general
  return { kind: 'date', time: /[hs]/i.test(bare) }
}

/** A number as a person reads it in the sheet: zeros of a zero-padding format kept, dates as dd/MM/yyyy. */
export function showNumber(value: string, format: NumberFormat, from1904: boolean): { text: string; isDate: boolean } {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return { text: value, isDate: false }
  if (format.kind === 'date' && number >= 0 && number < 2_958_466) {
    return { text: showDate(number, format.time, from1904), isDate: true }
  }
  // Spreadsheets calculate in 15 digits; what lies beyond is noise of the binary form (0.30000000000000004).
  const text = /^-?\d+$/.test(value) ? value : String(Number(number.toPrecision(15)))
  return { text: format.kind === 'zeros' ? text.padStart(format.width, '0') : text, isDate: false }
}

const day = 86_400_000

function showDate(serial: number, time: boolean, from1904: boolean): string {
  // The 1900 calendar counts a 29 February 1900 that never was: numbers below 60 are one day off.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const [year, month, date, hour, minute] = new Date(epoch + Math.round((serial * day) / 1000) * 1000)
    .toISOString()
    .split(/[-T:]/)
  const clock = `${hour}:${minute}`
  if (time && serial < 1) return clock
  return `${date}/${month}/${year}${time && serial % 1 > 0 ? ` ${clock}` : ''}`
}

/** A date written as text by the strict variant of the format (2024-04-05T00:00:00). */
export function showIsoDate(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  return match ? `${match[3]}/${match[2]}/${match[1]}` : text
}
