import { fold, foldWords } from '#workflows/text/fold.ts'
import type { MendedCell, MendedRow } from './mend-cells.ts'

export const isOrdinal = (text: string) => /^\d{1,5}([.,]0)?[.)]?$/.test(text.trim())
const isRoman = (text: string) => /^(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})[.)]?$/.test(text.trim())
const isHeading = (text: string) => isRoman(text) || /^[A-H][.)]?$/.test(text.trim())

/** Whether a merged cell repeats one of an upper row; otherwise its text stands further left in the same row. */
export const isFromAbove = (cell: MendedCell, row: MendedRow) =>
  cell.mergedFrom !== undefined && cell.mergedFrom.replace(/\D/g, '') !== String(row.number)

/** Cells with content, each merged range once, at the column where it starts in this row. */
export function ownCells(row: MendedRow): { cell: MendedCell; column: number }[] {
  const seen = new Set<string>()
  return row.cells.flatMap((cell, column) => {
    if (cell.text === '' && cell.notes.length === 0) return []
    if (!cell.mergedFrom) return [{ cell, column }]
    if (!isFromAbove(cell, row) || seen.has(cell.mergedFrom)) return []
    seen.add(cell.mergedFrom)
    return [{ cell, column }]
  })
}

/** «(1) (2) (3)» or «A B 1 2 3» below a header: numbers of the columns. */
export function isColumnNumbers(row: MendedRow): boolean {
  const texts = ownCells(row).map(({ cell }) => cell.text.replace(/[()\s]/g, ''))
  if (texts.length < 3 || !texts.every((text) => /^(\d{1,2}|[A-Z])$/.test(text))) return false
  const numbers = texts.filter((text) => /\d/.test(text)).map(Number)
  return numbers.every((number, place) => place === 0 || number === (numbers[place - 1] ?? 0) + 1)
}

export type Title = { order: string; text: string; column: number; stated?: number }

/** A row that says one thing only, apart from a number before it: a title, a note, a sum; undefined for other rows. */
export function titleOf(row: MendedRow, orderColumn?: number): Title | undefined {
  const own = ownCells(row)
  const [first, second, ...more] = own
  if (!first || more.length > 0) return undefined
  if (second && first.column !== orderColumn && !isHeading(first.cell.text)) return undefined
  const { cell, column } = second ?? first
  const inside = second ? undefined : /^([IVX]{1,5}|[A-H])[.)]\s+(.*)$/s.exec(cell.text)
  const text = inside?.[2] ?? cell.text
  return { order: second ? first.cell.text : (inside?.[1] ?? ''), text, column, stated: statedCount(text) }
}

export const isHeadingTitle = ({ order }: Title) => isHeading(order)

/** The number in «(20 ý kiến)», «: 20» or «20 kiến nghị»; a bare number (a year) counts for nothing. */
export function statedCount(text: string): number | undefined {
  const folded = fold(text).trim()
  const counted = /(\d{1,5})\s*(?:y kien|kien nghi|noi dung|cau hoi|vuong mac|luot)\b[^\d]*$/.exec(folded)
  const match = counted ?? /[(:]\s*(\d{1,5})\s*\)?$/.exec(folded)
  return match?.[1] ? Number(match[1]) : undefined
}

/** «Tổng cộng: 80 ý kiến», «Cộng nhóm I», but not «Tổng công ty …». */
export function isSum(text: string): boolean {
  return /^(tong cong(?! ty\b)|tong so\b|tong$|cong$|cong (nhom|muc|phan)\b)/.test(foldWords(text))
}

/** Names that begin as enterprises' names do. */
export const isCompany = (text: string) => companies.test(foldWords(text))
const companies = /^((tong )?cong ty|cty|doanh nghiep|dn|hop tac xa|htx|ho kinh doanh|chi nhanh|tap doan|xi nghiep)\b/
