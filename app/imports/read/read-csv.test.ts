import { expect, test } from 'vitest'
import { ImportRefused } from '../import-refused.ts'
import { readCsv } from './read-csv.server.ts'

const texts = (bytes: Uint8Array) => readCsv(bytes).rows.map(({ cells }) => cells.map(({ text }) => text))
const annex = 'STT;Doanh nghiệp;Nội dung\n1;Công ty A;"Đề nghị, xem xét"\n2;Công ty B;Giá đất'
const expected = [
  ['STT', 'Doanh nghiệp', 'Nội dung'],
  ['1', 'Công ty A', 'Đề nghị, xem xét'],
  ['2', 'Công ty B', 'Giá đất'],
]

test.each([
  ['UTF-8', Buffer.from(annex)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${annex}`)],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${annex}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(annex, 'utf16le')],
  ['UTF-16 big-endian', Buffer.from(`\uFEFF${annex}`, 'utf16le').swap16()],
  ['commas', Buffer.from('STT,Doanh nghiệp,Nội dung\n1,Công ty A,"Đề nghị, xem xét"\n2,Công ty B,Giá đất\n')],
  ['tabs', Buffer.from(annex.replaceAll(';', '\t'))],
  ['a separator named by Excel', Buffer.from(`sep=;\r\n${annex}`)],
])('%s is read', (_, bytes) => expect(texts(bytes)).toEqual(expected))

test('windows-1258 comes out composed', () => {
  // «Đề nghị» and «Công ty» as Windows saves them: letter, then tone mark.
  const bytes = Buffer.concat([
    Buffer.from('STT;'),
    Buffer.from([0xd0, 0xea, 0xcc]),
    Buffer.from(' ngh'),
    Buffer.from([0x69, 0xf2]),
    Buffer.from(';x\n1;C'),
    Buffer.from([0xf4]),
    Buffer.from('ng ty;y\n'),
  ])
  expect(texts(bytes)).toEqual([['STT', 'Đề nghị', 'x'], ['1', 'Công ty', 'y']])
})

test('TCVN3 bytes stay as they are for the preview to repair in sight', () => {
  const bytes = Buffer.from('STT;Néi dung kiÕn nghÞ\n1;§Ò nghÞ h­íng dÉn thñ tôc thuª ®Êt\n', 'latin1')
  expect(texts(bytes)[0]).toEqual(['STT', 'Néi dung kiÕn nghÞ'])
})

test('row numbers are those a spreadsheet shows, also after an empty row and the separator line', () => {
  expect(readCsv(Buffer.from('sep=;\na;b\n\nc;d\n')).rows.map(({ number }) => number)).toEqual([2, 4])
})

test('a text over several lines and quotes inside a field are one cell', () => {
  expect(texts(Buffer.from('a;"một\n""hai"""\nb;ba "bốn" năm\n'))).toEqual([['a', 'một\n"hai"'], ['b', 'ba "bốn" năm']])
})

test('too many columns are refused', () => {
  expect(() => readCsv(Buffer.from(`${'x;'.repeat(101)}\n`))).toThrow(ImportRefused)
})
