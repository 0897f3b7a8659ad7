import { expect, test } from 'vitest'
import { closed } from './official.ts'
import { annexHeading, dateLine, dayInWords, numberLine, pointLetter, recipientLines, roman } from './wording.ts'
import { printable } from './printable.ts'

test.each([
  ['2024-04-05', 'ngày 05 tháng 4 năm 2024'],
  ['2024-01-31', 'ngày 31 tháng 01 năm 2024'],
  ['2024-02-09', 'ngày 09 tháng 02 năm 2024'],
  ['2024-12-10', 'ngày 10 tháng 12 năm 2024'],
])('%s is written %s: days below ten and the first two months with a zero', (day, words) => {
  expect(dayInWords(day)).toBe(words)
})

test('a date line names the place, and leaves room where the day is not known', () => {
  expect(dateLine('Hà Nội', '2024-04-05')).toBe('Hà Nội, ngày 05 tháng 4 năm 2024')
  expect(dateLine('Hà Nội', null)).toMatch(/^Hà Nội, ngày +tháng +năm +$/)
})

test('a number is given as it is, with a zero before a single digit; where none is, the symbol follows from type and issuing body', () => {
  expect(numberLine('761/TB-UBND', 'notice', 'ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI')).toBe('Số: 761/TB-UBND')
  expect(numberLine('Số: 7/TB-UBND', 'notice', 'ỦY BAN NHÂN DÂN')).toBe('Số: 07/TB-UBND')
  expect(numberLine(null, 'report', 'Ủy ban nhân dân Thành phố')).toMatch(/^Số: +\/BC-UBND$/)
  expect(numberLine(null, 'minutes', 'VĂN PHÒNG')).toMatch(/^Số: +\/BB-VP$/)
})

test('those to whom a paper goes stand each on a line with a dash before and a semicolon behind, the last with a full stop', () => {
  expect(recipientLines(['- Chủ tịch (để báo cáo);', ' Các Sở, ban, ngành', '', 'Lưu: VT.'])).toEqual(['- Chủ tịch (để báo cáo);', '- Các Sở, ban, ngành;', '- Lưu: VT.'])
})

test('parts are numbered in Roman numerals, points by the Vietnamese alphabet, which has a đ and neither f nor j', () => {
  expect([1, 4, 9, 14].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV'])
  expect(Array.from({ length: 8 }, (_, at) => pointLetter(at))).toEqual(['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h'])
  expect(pointLetter(23)).toBe('aa')
  expect([annexHeading(null), annexHeading('II')]).toEqual(['Phụ lục', 'Phụ lục II'])
})

test('a text ends with a full stop, a stroke and a full stop', () => {
  expect(['thực hiện', 'thực hiện.', 'thực hiện./.', 'thực hiện;  '].map(closed)).toEqual(Array(4).fill('thực hiện./.'))
})

test('text in data becomes composed and loses what a file cannot hold, wherever it stands', () => {
  expect(printable({ a: ['Đề nghị'.normalize('NFD'), { b: 'x\u0000y\u000Bz\r\nw' }], n: 3, none: null })).toEqual({ a: ['Đề nghị', { b: 'xyz\nw' }], n: 3, none: null })
})
