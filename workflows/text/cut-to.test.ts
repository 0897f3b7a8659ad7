import { expect, test } from 'vitest'
import { cutTo } from './cut-to.ts'

test('a text is cut to its length, never through a character', () => {
  expect(cutTo('kiến nghị', 4)).toBe('kiến')
  expect(cutTo('ngắn', 60)).toBe('ngắn')
  expect(cutTo('a😀b', 3)).toBe('a😀')
  expect(cutTo('a😀b', 2)).toBe('a')
})
