import { expect, test } from 'vitest'
import { splitChoice } from './split-choice.ts'

const text = 'Đề nghị cấp giấy chứng nhận. Giảm tiền thuê đất. Làm đường vào cụm.'

test('every sentence of a comment can be chosen, and both parts read as chosen', () => {
  const { sentences } = splitChoice({ text, passages: [] }, [])
  expect(sentences.map(({ words }) => words)).toEqual(['Đề nghị cấp giấy chứng nhận.', 'Giảm tiền thuê đất.', 'Làm đường vào cụm.'])
  const { parts, taken } = splitChoice({ text, passages: [] }, [sentences[1]!.value])
  expect(taken).toEqual([sentences[1]!.value])
  expect(parts).toEqual({ text: 'Giảm tiền thuê đất.', rest: 'Đề nghị cấp giấy chứng nhận. Làm đường vào cụm.' })
})

test('of a part, only its own sentences; a choice outside them is no choice', () => {
  const own = [{ from: 0, to: 28 }, { from: 49, to: text.length }]
  const { sentences } = splitChoice({ text, passages: own }, [])
  expect(sentences.map(({ words }) => words)).toEqual(['Đề nghị cấp giấy chứng nhận.', 'Làm đường vào cụm.'])
  expect(splitChoice({ text, passages: own }, ['29-48', 'x', '0-9999'])).toMatchObject({ taken: [], parts: null })
})

test('where every sentence is taken, the first part keeps them all: one sentence may ask two things', () => {
  expect(splitChoice({ text: 'Cấp điện và làm đường.', passages: [] }, ['0-22']).parts).toEqual({ text: 'Cấp điện và làm đường.', rest: 'Cấp điện và làm đường.' })
})

test('a comment that is not shown whole offers nothing', () => {
  expect(splitChoice({ text, passages: null }, ['0-28'])).toEqual({ sentences: [], taken: [], parts: null })
})
