import { expect, test } from 'vitest'
import { readPaste } from './read-paste.server.ts'

const cells = (text: string) => readPaste(text)[0]?.rows.map((row) => row.cells.map((cell) => cell.text))

test('a block copied from a spreadsheet is a table', () => {
  const text = 'STT\tDoanh nghiệp\tNội dung\r\n1\tCông ty A\t"dòng một\ndòng hai"\r\n'
  expect(readPaste(text)[0]).toMatchObject({ sheet: '', layout: 'table' })
  expect(cells(text)).toEqual([['STT', 'Doanh nghiệp', 'Nội dung'], ['1', 'Công ty A', 'dòng một\ndòng hai']])
})

test('a numbered list is one comment a number, with its further lines', () => {
  const text = 'I. Thủ tục đất đai (2 ý kiến)\n1. Đề nghị A\nvì lý do\n- thứ nhất\n2) Đề nghị B\n'
  expect(readPaste(text)[0]?.layout).toBe('list')
  expect(cells(text)).toEqual([
    ['I', 'Thủ tục đất đai (2 ý kiến)'],
    ['1', 'Đề nghị A\nvì lý do\n- thứ nhất'],
    ['2', 'Đề nghị B'],
  ])
})

test('paragraphs between empty lines are one comment each', () => {
  expect(cells('Đề nghị A\nvì lý do\n\nĐề nghị B\n')).toEqual([['', 'Đề nghị A\nvì lý do'], ['', 'Đề nghị B']])
})

test('without numbers and empty lines every line is a comment', () => {
  expect(cells('Đề nghị A\n• Đề nghị B')).toEqual([['', 'Đề nghị A'], ['', 'Đề nghị B']])
})

test('what cannot be stored is replaced', () => expect(cells('a\u0000b\uD800')).toEqual([['', 'a\uFFFDb\uFFFD']]))

test('nothing pasted is nothing read', () => expect(readPaste(' \n ')).toEqual([]))
