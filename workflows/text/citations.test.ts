import { describe, expect, test } from 'vitest'
import { citationWarnings, documentsCited, type CitedDocument } from './citations.ts'

describe('a document is recognised by its number', () => {
  test.each([
    ['theo Luật Đất đai số 31/2024/QH15, Nghị định 92/2017/NĐ-CP', ['31/2024/QH15', '92/2017/NĐ-CP']],
    ['Quyết định 10/QĐ-TTg ngày 12/04/2024', ['10/QĐ-TTG']],
    ['nghị định 92/2017/nđ–cp và 92/2017/NĐ-CP', ['92/2017/NĐ-CP']],
    ['Nghị định 92/2017/NĐ-CP'.normalize('NFD'), ['92/2017/NĐ-CP']],
    ['Thông tư 25/2014/TT-BTNMT.', ['25/2014/TT-BTNMT']],
    ['tờ bản đồ 12/45, ngày 05/4/2024, 24/7', []],
    ['', []],
  ])('in «%s»', (text, numbers) => expect(documentsCited(text)).toEqual(numbers))
})

const law = (validFrom: string | null, validTo: string | null): CitedDocument => ({ number: '45/2013/QH13', title: 'Luật Đất đai', validFrom, validTo, replacedBy: '31/2024/QH15' })
const cites = 'Căn cứ Luật Đất đai số 45/2013/QH13.'

test.each([
  ['its last day', law('2014-07-01', '2024-07-31'), '2024-07-31', []],
  ['the day after its last', law('2014-07-01', '2024-07-31'), '2024-08-01', ['ended']],
  ['the day before its first', law('2014-07-01', null), '2014-06-30', ['notYet']],
  ['a day within bounds nobody gave', law(null, null), '2024-08-01', []],
])('on %s it is warned of just where it does not hold', (_, document, on, because) => {
  expect(citationWarnings(cites, [document], on).map((one) => one.because)).toEqual(because)
})

test('a document that is not named, or not known, is passed over', () => {
  expect(citationWarnings('Căn cứ 145/2013/QH13 và 45/2013/QH133', [law(null, '2020-01-01')], '2024-08-01')).toEqual([])
})
