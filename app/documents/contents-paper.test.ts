import { expect, test } from 'vitest'
import { numbersOf } from './contents-paper.ts'

test('comments are numbered as they came, and the parts of one that was split below its number', () => {
  const of = (...comments: number[]) => numbersOf(comments.map((commentId) => ({ commentId })))
  expect(of(40, 41, 41, 45)).toEqual(['1', '2.1', '2.2', '3'])
  expect(of()).toEqual([])
})
