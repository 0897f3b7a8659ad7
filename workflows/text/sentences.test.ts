import fc from 'fast-check'
import { expect, test } from 'vitest'
import { covers, joined, marked, readPassage, trimmed, without, wordsAt, writePassage, type Passage } from './passages.ts'
import { sentencesOf } from './sentences.ts'

const read = (text: string) => sentencesOf(text).map(({ from, to }) => text.slice(from, to))

test.each([
  ['Đề nghị cấp giấy chứng nhận. Giảm tiền thuê đất năm 2024.', ['Đề nghị cấp giấy chứng nhận.', 'Giảm tiền thuê đất năm 2024.']],
  ['UBND TP. Hà Nội, Q. Nam Từ Liêm chưa trả lời. Xin hỏi khi nào?', ['UBND TP. Hà Nội, Q. Nam Từ Liêm chưa trả lời.', 'Xin hỏi khi nào?']],
  ['Diện tích 1.250,5 m2 theo QĐ số 12/2020/QĐ-UBND. Ông Nguyễn V. An đã nộp.', ['Diện tích 1.250,5 m2 theo QĐ số 12/2020/QĐ-UBND.', 'Ông Nguyễn V. An đã nộp.']],
  ['Công ty nêu:\n1. Sớm giao đất.\n2. Làm đường vào cụm', ['Công ty nêu:', '1. Sớm giao đất.', '2. Làm đường vào cụm']],
  ['Kiến nghị: (1) giao đất; (2) cấp điện; đường, nước', ['Kiến nghị:', '(1) giao đất;', '(2) cấp điện; đường, nước']],
  ['- Giá điện cao\n- Thiếu nước', ['- Giá điện cao', '- Thiếu nước']],
  ['Hồ sơ nộp từ\nnăm 2020 mà chưa\nxong', ['Hồ sơ nộp từ\nnăm 2020 mà chưa\nxong']],
  ['Đoạn một không có dấu\n\nđoạn hai', ['Đoạn một không có dấu', 'đoạn hai']],
  ['Quá lâu!!! “Một cửa” ở đâu? (Phường trả lời miệng.) Đề nghị làm rõ…', ['Quá lâu!!!', '“Một cửa” ở đâu?', '(Phường trả lời miệng.)', 'Đề nghị làm rõ…']],
  ['Thiếu điện, nước, v.v. nên xưởng dừng.', ['Thiếu điện, nước, v.v. nên xưởng dừng.']],
  ['  ', []],
])('%j is read as %j', (text, sentences) => {
  expect(read(text)).toEqual(sentences)
})

const anyText = fc.string({ unit: fc.constantFrom('a', 'Đ', '.', ';', ' ', '\n', '1', ')', '-', 'ế', '…', '😀'), maxLength: 80 })

test('every character but white space is in exactly one sentence, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const sentences = sentencesOf(text)
      sentences.forEach(({ from, to }, at) => expect(at === 0 || sentences[at - 1]!.to <= from).toBe(from < to))
      expect(sentences.map(({ from, to }) => text.slice(from, to)).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
    }),
  )
})

const anyPassages = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })).map(([from, length]): Passage => ({ from, to: from + length })), { maxLength: 5 })
const places = (passages: readonly Passage[]) => new Set(passages.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)))

test('what is taken and what is left make up the whole, and share nothing', () => {
  fc.assert(
    fc.property(anyPassages, anyPassages, (own, taken) => {
      const left = places(without(own, taken))
      for (const at of places(own)) expect(left.has(at)).toBe(!places(taken).has(at))
      expect([...left].every((at) => places(own).has(at))).toBe(true)
      expect(covers(own, taken)).toBe([...places(taken)].every((at) => places(own).has(at)))
      expect(places(joined(own))).toEqual(places(own))
    }),
  )
})

test('a passage is written and read back, and nothing else passes for one', () => {
  expect(readPassage(writePassage({ from: 3, to: 18 }))).toEqual({ from: 3, to: 18 })
  expect(['', '3', '8-3', '3-3', '-1-4', '1-4x', '1-12345678'].map(readPassage)).toEqual(Array(7).fill(undefined))
})

test('passages lose the white space at their ends; their words are read one after the other', () => {
  const text = 'Một. Hai.  Ba.'
  expect(trimmed(text, [{ from: 4, to: 11 }, { from: 9, to: 11 }])).toEqual([{ from: 5, to: 9 }])
  expect(wordsAt(text, [{ from: 11, to: 14 }, { from: 0, to: 4 }])).toBe('Một. Ba.')
})

test('a text is cut at the ends of its passages, and nothing of it is lost', () => {
  expect(marked('Một. Hai. Ba.', [{ from: 5, to: 9 }])).toEqual([{ words: 'Một. ', own: false }, { words: 'Hai.', own: true }, { words: ' Ba.', own: false }])
  fc.assert(fc.property(anyText, anyPassages, (text, passages) => void expect(marked(text, passages).map(({ words }) => words).join('')).toBe(text)))
})
