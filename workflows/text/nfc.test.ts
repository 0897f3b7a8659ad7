import { expect, test } from 'vitest'
import { clean, tidy } from './nfc.ts'

test('decomposed Vietnamese is composed at the boundary', () => {
  expect(clean('kiê\u0301n nghi\u0323')).toEqual({ ok: true, text: 'kiến nghị' })
})

test('a text keeps its emoji joiners, direction marks and no-break spaces', () => {
  const text = 'A\u200Db \u202Eabc\u202C c\u00A0d'
  expect(clean(text)).toEqual({ ok: true, text })
})

test('line ends sent by a browser come back as one character', () => {
  expect(clean('một\r\nhai')).toEqual({ ok: true, text: 'một\nhai' })
})

test('NUL is refused with its place', () => {
  expect(clean('ab\u0000c')).toEqual({ ok: false, problem: { key: 'textNul', params: { at: 3 } } })
})

test.each(['x\uD83D', '\uDE00x', '\uD83Dx\uDE00'])('a lone surrogate is refused: %j', (text) => {
  expect(clean(text)).toMatchObject({ ok: false, problem: { key: 'textLoneSurrogate' } })
  expect(clean('😀')).toEqual({ ok: true, text: '😀' })
})

test('tidying an office text names what it changed', () => {
  const tidied = tidy('  Đề\u00A0nghị\u200B \u0007hỗ trợ \r\n')
  expect(tidied).toEqual({ text: 'Đề nghị hỗ trợ', changes: ['controls', 'spaces'] })
  expect(tidy('kiê\u0301n')).toEqual({ text: 'kiến', changes: ['composed'] })
  expect(tidy('kiến nghị\nthứ hai')).toEqual({ text: 'kiến nghị\nthứ hai', changes: [] })
  expect(tidy('a\uD800b')).toEqual({ text: 'ab', changes: ['controls'] })
})
