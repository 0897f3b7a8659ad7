import { expect, test } from 'vitest'
import { fold, foldWords } from './fold.ts'

test.each([
  ['Giải phóng mặt bằng', 'giai phong mat bang'],
  ['ĐẤT ĐAI', 'dat dai'],
  ['Ơ ƠI ƯU ĂN Ê', 'o oi uu an e'],
  ['kiê\u0301n nghi\u0323', 'kien nghi'],
  ['GPMB', 'gpmb'],
])('%s folds to %s', (text, folded) => expect(fold(text)).toBe(folded))

test('both places of the tone mark fold alike', () => {
  expect(fold('hoà thuỷ')).toBe(fold('hòa thủy'))
})

test('words are compared without punctuation and line ends', () => {
  expect(foldWords(' Khu/cụm công nghiệp:\n(KCN) ')).toBe('khu cum cong nghiep kcn')
})
