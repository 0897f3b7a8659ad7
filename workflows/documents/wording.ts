/** «05»: days below ten and the months January and February have a zero before them (Phụ lục I, Phần II, Mục I.4). */
const dayOfMonth = (day: number) => String(day).padStart(2, '0')
const monthOfYear = (month: number) => (month < 3 ? `0${month}` : String(month))

/** «ngày 05 tháng 4 năm 2024» of yyyy-MM-dd. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `ngày ${dayOfMonth(date!)} tháng ${monthOfYear(month!)} năm ${year}`
}

/** Điều 8 khoản 2 điểm d: place and date; without a day there is room to write one in. */
export const dateLine = (place: string, day: string | null): string =>
  `${place}, ${day ? dayInWords(day) : 'ngày       tháng       năm         '}`

/** Phụ lục III: the abbreviation of each type of document. */
const abbreviations = { notice: 'TB', report: 'BC', minutes: 'BB' } as const
export type PaperType = keyof typeof abbreviations

/** «UBND», «VP»: of the bodies that hold conferences; others write their own symbol in. */
function symbolOf(issuer: string): string {
  if (/^ủy ban nhân dân/i.test(issuer)) return 'UBND'
  return /^văn phòng/i.test(issuer) ? 'VP' : '……'
}

/**
 * Điều 8 khoản 2 điểm c: number and symbol, «Số: 761/TB-UBND». A number below ten has a zero before it; one not given
 * yet leaves room before a symbol made of the type and the issuing body.
 */
export function numberLine(number: string | null, type: PaperType, issuer: string): string {
  const given = number?.trim().replace(/^số\s*:\s*/i, '')
  return `Số: ${given ? given.replace(/^\d(?=\/)/, '0$&') : `         /${abbreviations[type]}-${symbolOf(issuer)}`}`
}

/** Mục I.9: each line of *Nơi nhận* begins with a dash and ends with a semicolon, the last with a full stop. */
export const recipientLines = (recipients: readonly string[]): string[] => {
  const bare = recipients.map((line) => line.trim().replace(/^[-–•]\s*/, '').replace(/[;.,\s]+$/, '')).filter(Boolean)
  return bare.map((line, at) => `- ${line}${at === bare.length - 1 ? '.' : ';'}`)
}

const romans = [[10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const

/** Parts and annexes are numbered with Roman numerals. */
export function roman(number: number): string {
  const [value, letters] = romans.find(([least]) => least <= number) ?? [0, '']
  return value === 0 ? '' : letters + roman(number - value)
}

/** Points run through the Vietnamese alphabet: a) b) c) d) đ) e) … */
const letters = [...'abcdđeghiklmnopqrstuvxy']
export const pointLetter = (index: number): string => {
  const before = Math.floor(index / letters.length)
  return (before > 0 ? pointLetter(before - 1) : '') + letters[index % letters.length]!
}

/** «Phụ lục», «Phụ lục II» where a paper has more than one (Phụ lục I, Phần II, Mục III.1). */
export const annexHeading = (number: string | null): string => `Phụ lục${number ? ` ${number}` : ''}`
