import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff, type DiffPart } from './word-diff.ts'

const said = (parts: DiffPart[]) => parts.map(({ kind, words }) => (kind === 'same' ? words : kind === 'added' ? `[+${words}]` : `[-${words}]`)).join('')

test.each([
  ['Sở sẽ nghiệm thu ngày 12/4.', 'Sở đã nghiệm thu ngày 15/4.', 'Sở [-sẽ][+đã] nghiệm thu ngày [-12][+15]/4.'],
  ['cấp giấy chứng nhận', 'cấp sớm giấy chứng nhận', 'cấp [+sớm ]giấy chứng nhận'],
  ['Một.\n\nHai.', 'Một.\n\nBa.', 'Một.\n\n[-Hai][+Ba].'],
  ['Căn cứ Luật Đất đai.', 'Theo văn bản số 12.', '[-Căn cứ Luật Đất đai][+Theo văn bản số 12].'],
  ['đất', 'đất', 'đất'],
  ['', 'mới', '[+mới]'],
  ['cũ', '', '[-cũ]'],
])('«%s» became «%s»', (before, after, told) => expect(said(wordDiff(before, after))).toBe(told))

test('a syllable is compared whole, marks and all', () => {
  expect(said(wordDiff('thủ tục giao đất', 'thủ túc giao đát'))).toBe('thủ [-tục][+túc] giao [-đất][+đát]')
})

test('both texts can be read back from the parts, whatever they are', () => {
  const text = fc.array(fc.constantFrom('đất', 'đai', ' ', '\n', 'sở', ',', '12/4', 'Ừ', '  '), { maxLength: 40 }).map((words) => words.join(''))
  fc.assert(fc.property(text, text, (before, after) => {
    const found = wordDiff(before, after)
    const without = (kind: DiffPart['kind']) => found.filter((part) => part.kind !== kind).map(({ words }) => words).join('')
    expect(without('added')).toBe(before)
    expect(without('removed')).toBe(after)
  }))
})

test('two long texts with nothing in common are told apart at once, each whole', () => {
  const long = (word: string) => Array.from({ length: 4000 }, (_, n) => `${word}${n}`).join(' ')
  expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
}, 5_000)
